import { Layout, Note, type Page, PageHead, PostText, Section } from '../../../ui/index.ts';
import type { HerPart } from '../her-part.ts';
import type { Mentor } from '../mentor.ts';
import { isOpen, type Program } from '../program.ts';
import { Doors } from './programs-page.tsx';
import { PromiseFacts } from './promise-facts.tsx';

interface Props {
  page: Page;
  program: Program;
  /** What she is in it herself, if anything. */
  mentor: Mentor | undefined;
  part: HerPart;
}

/** One program: what it is, for whom, what happens and when, and the two doors. */
export function ProgramPage({ page, program, mentor, part }: Props) {
  const { t } = page;
  // It promises nothing and invites nobody any more; who is in it still finds its phases and what was agreed.
  const closed = program.closedAt !== null;
  return (
    <Layout page={page} title={program.name} current="me">
      <PageHead title={program.name} back={{ href: '/programs', label: t('programs.title') }}>
        {!closed && <PromiseFacts page={page} program={program} />}
      </PageHead>
      <PostText text={program.about} />
      {!isOpen(program) && <Note>{t(closed ? 'programs.closed' : 'programs.preparing')}</Note>}
      {(isOpen(program) || part.asked || part.mentors) && <Doors page={page} program={program} part={part} />}
      {mentor?.state === 'declined' && (
        <Note tone="warm">
          <p>
            <strong>{t('programs.not-now.title')}</strong>
          </p>
          <p>{t('programs.not-now.text')}</p>
        </Note>
      )}
      {!closed && <WhatHappens page={page} program={program} />}
      {program.phases.length > 0 && (
        <Section id="phases" title={t('programs.phases.shown')}>
          <ul class="plain-list">
            {program.phases.map((phase) => (
              <li>{t('programs.phases.line', { week: phase.fromWeek, name: phase.name })}</li>
            ))}
          </ul>
        </Section>
      )}
      {!closed && (
        <Section id="mentors" title={t('programs.mentors.title')}>
          <p>{t('programs.mentors.text')}</p>
          {program.recoveredMonths !== null && (
            <p>{t('programs.mentors.recovered', { months: program.recoveredMonths })}</p>
          )}
        </Section>
      )}
      <p>
        <a href={`/programs/${program.id}/agreement`}>{t('programs.agreement.link')}</a>
      </p>
    </Layout>
  );
}

/** What she may count on, step by step. */
function WhatHappens({ page, program }: Pick<Props, 'page' | 'program'>) {
  const { t } = page;
  return (
    <Section id="what-happens" title={t('programs.happens.title')}>
      <ol class="prose">
        <li>{t('programs.happens.ask')}</li>
        <li>{t('programs.happens.match', { days: program.promiseDays })}</li>
        <li>{t('programs.happens.both')}</li>
        <li>{t('programs.happens.first', { hours: program.firstContactHours })}</li>
        <li>{t('programs.happens.end', { weeks: program.weeks })}</li>
      </ol>
      {program.notInDanger && (
        <Note icon="help">
          <p>
            {t('programs.danger')} <a href="/help-now">{t('programs.danger-link')}</a>
          </p>
        </Note>
      )}
    </Section>
  );
}
