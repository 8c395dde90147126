import { Actions, ButtonLink, Card, Layout, type Page, PageHead, Stack, written } from '../../../ui/index.ts';
import { MOST_PHASES } from '../parts.ts';
import type { Program } from '../program.ts';

/** The phases of a program, with their guides as mentors read them. */
export function PhasesPage({ page, program }: { page: Page; program: Program }) {
  const { t } = page;
  const here = `/community/programs/${program.id}/phases`;
  const inOrder = program.phases.toSorted((a, b) => a.fromWeek - b.fromWeek || a.phase - b.phase);
  return (
    <Layout page={page} title={t('programs.phases.title')} current="me">
      <PageHead
        title={t('programs.phases.title')}
        lead={t('programs.phases.lead')}
        back={{ href: `/community/programs/${program.id}`, label: program.name }}
      />
      <Stack list>
        {inOrder.map((phase) => (
          <Card as="li">
            <h2>{phase.name}</h2>
            <p class="quiet">{t('programs.phases.from', { week: phase.fromWeek })}</p>
            {phase.guide && <div class="prose">{written(phase.guide)}</div>}
            <Actions>
              <ButtonLink
                href={`${here}/${phase.phase}`}
                look="plain"
                icon="edit"
                label={t('programs.edit-named', { name: phase.name })}
              >
                {t('programs.edit')}
              </ButtonLink>
            </Actions>
          </Card>
        ))}
      </Stack>
      {program.phases.length < MOST_PHASES && (
        <Actions>
          <ButtonLink href={`${here}/new`} icon="plus">
            {t('programs.phases.new')}
          </ButtonLink>
        </Actions>
      )}
    </Layout>
  );
}
