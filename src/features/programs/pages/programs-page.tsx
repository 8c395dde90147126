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
import type { ProgramBasics } from '../program.ts';
import { AgreeAnew } from './agree-anew.tsx';
import { PromiseFacts } from './promise-facts.tsx';

interface Props {
  page: Page;
  programs: ProgramBasics[];
  /** Those whose agreement has changed since she said yes. */
  anew: { id: string; name: string }[];
}

/** The programs that take mothers and mentors now, and the two doors of each. */
export function ProgramsPage({ page, programs, anew }: Props) {
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
            <ProgramCard page={page} program={program} />
          ))}
        </Stack>
      )}
    </Layout>
  );
}

function ProgramCard({ page, program }: { page: Page; program: ProgramBasics }) {
  const { t } = page;
  return (
    <Card as="li">
      <h2>
        <a href={`/programs/${program.id}`}>{program.name}</a>
      </h2>
      <PostText text={program.about} />
      <PromiseFacts page={page} program={program} />
      <Doors page={page} program={program} />
      <p class="quiet">
        <a href={`/programs/${program.id}`}>{t('programs.more', { name: program.name })}</a>
      </p>
    </Card>
  );
}

/** The two ways in. */
export function Doors({ page, program }: { page: Page; program: Pick<ProgramBasics, 'id' | 'name'> }) {
  const { t } = page;
  return (
    <Actions>
      <ButtonLink
        href={`/programs/${program.id}/mentee`}
        label={t('programs.door.ask-named', { name: program.name })}
      >
        {t('programs.door.ask')}
      </ButtonLink>
      <ButtonLink
        href={`/programs/${program.id}/mentor`}
        look="plain"
        label={t('programs.door.offer-named', { name: program.name })}
      >
        {t('programs.door.offer')}
      </ButtonLink>
    </Actions>
  );
}
