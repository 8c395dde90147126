import {
  Actions,
  ButtonLink,
  Card,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  PostText,
  Stack,
} from '../../../ui/index.ts';
import type { HerPart } from '../her-part.ts';
import type { ProgramBasics } from '../program.ts';
import { AgreeAnew } from './agree-anew.tsx';
import { PromiseFacts } from './promise-facts.tsx';

interface Props {
  page: Page;
  programs: ProgramBasics[];
  /** Those whose agreement has changed since she said yes. */
  anew: { id: string; name: string }[];
  partOf: (programId: string) => HerPart;
}

/** The programs that take mothers and mentors now, and the two doors of each. */
export function ProgramsPage({ page, programs, anew, partOf }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('programs.title')} current="me">
      <PageHead
        title={t('programs.title')}
        lead={t('programs.lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      <AgreeAnew page={page} programs={anew} />
      {programs.length === 0 ? (
        <EmptyState title={t('programs.none.title')} drawing="chairs">
          <p>{t('programs.none.text')}</p>
          <ButtonLink href="/mentoring">{t('programs.none.mentoring')}</ButtonLink>
        </EmptyState>
      ) : (
        <Stack list>
          {programs.map((program) => (
            <ProgramCard page={page} program={program} part={partOf(program.id)} />
          ))}
        </Stack>
      )}
    </Layout>
  );
}

function ProgramCard({ page, program, part }: { page: Page; program: ProgramBasics; part: HerPart }) {
  const { t } = page;
  return (
    <Card as="li">
      <h2>
        <a href={`/programs/${program.id}`}>{program.name}</a>
      </h2>
      <PostText text={program.about} />
      <PromiseFacts page={page} program={program} />
      <Doors page={page} program={program} part={part} />
      <p class="quiet">
        <a href={`/programs/${program.id}`}>{t('programs.more', { name: program.name })}</a>
      </p>
    </Card>
  );
}

interface DoorsProps {
  page: Page;
  program: Pick<ProgramBasics, 'id' | 'name'>;
  part: HerPart;
}

/** The two ways in, or back to what she is in it already: nobody who mentors is asked whether she could. */
export function Doors({ page, program: { id, name }, part: { asked, mentors } }: DoorsProps) {
  const { t } = page;
  const ask = asked ? 'back' : mentors ? null : 'ask';
  const offer = mentors ?? (asked ? null : 'offer');
  return (
    <Actions>
      {ask && (
        <ButtonLink href={`/programs/${id}/mentee`} label={t(`programs.door.${ask}-named`, { name })}>
          {t(`programs.door.${ask}`)}
        </ButtonLink>
      )}
      {offer && (
        <ButtonLink
          href={`/programs/${id}/mentor`}
          look={ask ? 'plain' : 'primary'}
          label={t(offer === 'offer' ? 'programs.door.offer-named' : `programs.yours.${offer}-named`, {
            name,
          })}
        >
          {t(offer === 'offer' ? 'programs.door.offer' : `programs.yours.${offer}`)}
        </ButtonLink>
      )}
    </Actions>
  );
}
