import {
  Card,
  Chip,
  EmptyState,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { MentorLine } from '../deciding.ts';
import type { Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  /** Who waits for an answer first. */
  mentors: MentorLine[];
}

/** Those who applied, those who mentor, those who did. */
export function MentorsPage({ page, program, mentors }: Props) {
  const { t } = page;
  const groups = (['applied', 'approved', 'declined', 'left'] as const)
    .map((state) => ({ state, lines: mentors.filter((mentor) => mentor.state === state) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Layout page={page} title={t('programs.mentors.list')} current="me">
      <PageHead
        title={t('programs.mentors.list')}
        back={{ href: `/community/programs/${program.id}`, label: program.name }}
      />
      {groups.length === 0 && (
        <EmptyState title={t('programs.mentors.none')} drawing="chairs">
          <p>{t('programs.mentors.none-text')}</p>
        </EmptyState>
      )}
      {groups.map(({ state, lines }) => (
        <Section id={state} title={t(`programs.mentors.${state}`, { count: lines.length })}>
          <Stack list>
            {lines.map((mentor) => (
              <Line page={page} program={program} mentor={mentor} />
            ))}
          </Stack>
        </Section>
      ))}
    </Layout>
  );
}

function Line({ page, program, mentor }: { page: Page; program: Program; mentor: MentorLine }) {
  const { t } = page;
  const applied = mentor.state === 'applied';
  return (
    <Card as="li" lit={applied}>
      <h3>
        <a href={`/community/programs/${program.id}/mentors/${mentor.memberId}`}>{mentor.name}</a>
      </h3>
      {applied && (
        <p class="quiet">
          {t('programs.mentors.applied-on', { day: formatTime(page, mentor.appliedAt, 'date') })}
          {mentor.talksWith && ` · ${t('programs.mentors.talks', { name: mentor.talksWith })}`}
        </p>
      )}
      {mentor.state === 'approved' && (
        <p class="quiet">
          {t('programs.mentors.carries', { carries: mentor.carries, capacity: mentor.capacity })}
        </p>
      )}
      {mentor.leavingAt && (
        <div class="chips">
          <Chip icon="moon">{t('programs.mentors.stops')}</Chip>
        </div>
      )}
      <Missing page={page} mentor={mentor} />
    </Card>
  );
}

/** What is not there yet, and whether she rests. */
function Missing({ page, mentor }: { page: Page; mentor: MentorLine }) {
  const { t } = page;
  if (mentor.state !== 'applied' && mentor.state !== 'approved') return null;
  if (mentor.missing.length > 0)
    return <p class="quiet">{t('programs.mentors.missing', { what: missingWords(page, mentor) })}</p>;
  return (
    <div class="chips">
      {mentor.pausedAt && !mentor.leavingAt && <Chip icon="moon">{t('programs.mentors.rests')}</Chip>}
      {mentor.state === 'applied' && (
        <Chip tint="sage" icon="check">
          {t('programs.mentors.ready')}
        </Chip>
      )}
    </div>
  );
}

/** What the program asks of her and is not there, in one line. */
export const missingWords = (page: Page, { missing }: { missing: string[] }): string =>
  new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(
    missing.map((what) => page.t(`programs.missing.${what as 'interview'}`)),
  );
