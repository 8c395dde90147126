import {
  Actions,
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import { isOpen, type ProgramBasics } from '../program.ts';

interface Props {
  page: Page;
  programs: ProgramBasics[];
  /** How many applied to be mentors and wait for an answer, by program. */
  waiting: Map<string, number>;
}

/** Every program the coordinators look after. */
export function KeptProgramsPage({ page, programs, waiting }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('programs.kept.title')} current="me">
      <PageHead
        title={t('programs.kept.title')}
        lead={t('programs.kept.lead')}
        back={{ href: '/community', label: t('programs.kept.back') }}
      />
      {programs.length === 0 ? (
        <EmptyState title={t('programs.kept.none')} drawing="path">
          <p>{t('programs.kept.none-text')}</p>
          <ButtonLink href="/community/programs/new">{t('programs.kept.new')}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Actions>
            <ButtonLink href="/community/programs/new" icon="plus">
              {t('programs.kept.new')}
            </ButtonLink>
          </Actions>
          <Stack list>
            {programs.map((program) => (
              <KeptProgram page={page} program={program} waiting={waiting.get(program.id) ?? 0} />
            ))}
          </Stack>
        </>
      )}
    </Layout>
  );
}

function KeptProgram({ page, program, waiting }: { page: Page; program: ProgramBasics; waiting: number }) {
  const { t } = page;
  const href = `/community/programs/${program.id}`;
  return (
    <Card as="li" lit={waiting > 0}>
      <div class="chips">
        <StateChip page={page} program={program} />
        <Chip tint="sky">{t(`programs.kind.${program.kind}`)}</Chip>
      </div>
      <h2>
        <a href={href}>{program.name}</a>
      </h2>
      {waiting > 0 && (
        <p>
          <a href={`${href}/mentors`}>{t('programs.kept.waiting', { count: waiting })}</a>
        </p>
      )}
    </Card>
  );
}

/** Being prepared, open or closed. */
export function StateChip({ page, program }: { page: Page; program: ProgramBasics }) {
  const { t } = page;
  if (isOpen(program)) return <Chip tint="sage">{t('programs.state.open')}</Chip>;
  return <Chip>{t(program.closedAt ? 'programs.state.closed' : 'programs.state.preparing')}</Chip>;
}
