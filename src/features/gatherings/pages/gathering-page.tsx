import type { Child } from 'hono/jsx';
import { Chip, Icon, Layout, Note, type Page, PageHead, Section, written } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import { isOutOfSight } from '../access.ts';
import { factsOf } from '../describing.ts';
import type { View } from '../gathering-view.ts';
import { pathOf } from '../paths.ts';
import { GatheringFacts } from './gathering-facts.tsx';
import { NextDates } from './next-dates.tsx';
import { Running } from './running.tsx';
import { State } from './state.tsx';
import { WayIn } from './way-in.tsx';

/** What other rooms put on the page of a gathering. */
export interface Slots {
  /** Whether she comes. */
  coming?: Child;
  /** For search engines. */
  head?: Child;
}

/** One time of a gathering: what, when, where, what to know before packing the bag. */
export function GatheringPage({
  page,
  view,
  slots = {},
  now,
}: {
  page: Page;
  view: View;
  slots?: Slots;
  now: Date;
}) {
  const { t } = page;
  const { gathering, occurrence, circle } = view;
  const title = occurrence.title ?? gathering.title;
  const open = gathering.seenBy === 'public';
  return (
    <Layout
      page={page}
      title={title}
      current="calendar"
      public={open}
      description={open ? gathering.description.slice(0, 160) || undefined : undefined}
      head={slots.head}
    >
      <PageHead
        title={title}
        back={{
          href: circle ? `/circles/${circle.circleId}` : '/gatherings',
          label: circle ? circleName(page, circle) : t('gatherings.title'),
        }}
      >
        <div class="chips">
          <Chip tint="sage">{t(`gatherings.kind.${gathering.kind}`)}</Chip>
        </div>
        <GatheringFacts page={page} view={view} />
      </PageHead>
      <State page={page} view={view} now={now} />
      {occurrence.note && <Note icon="info">{occurrence.note}</Note>}
      <WayIn page={page} view={view} now={now} />
      {slots.coming}
      {gathering.description && <div class="prose">{written(gathering.description)}</div>}
      <Known page={page} view={view} />
      <NextDates page={page} view={view} />
      {view.runs && <Running page={page} view={view} now={now} />}
      <p class="asides">
        {!occurrence.cancelledAt && !gathering.cancelledAt && (
          <a href={`${pathOf(gathering.gatheringId, occurrence.occurrenceId)}.ics`} data-turbo="false">
            {t('gatherings.to-calendar')}
          </a>
        )}
        {page.viewer && !view.runs && !isOutOfSight(gathering) && (
          <a href={`/reports/new?kind=gathering&id=${gathering.gatheringId}`}>{t('gatherings.report')}</a>
        )}
      </p>
    </Layout>
  );
}

/** What to know before packing the bag; what nobody said is left out. */
function Known({ page, view }: { page: Page; view: View }) {
  const facts = factsOf(page, view.gathering);
  if (facts.length === 0) return null;
  return (
    <Section title={page.t('gatherings.good-to-know')} id="good-to-know">
      <ul class="known">
        {facts.map(({ icon, words }) => (
          <li>
            <Icon name={icon} size={20} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
