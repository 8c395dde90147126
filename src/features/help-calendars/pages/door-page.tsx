import { ButtonLink, EmptyState, Icon, Layout, Note, type Page } from '../../../ui/index.ts';
import type { Whole } from '../access.ts';
import { isOpen } from '../calendar.ts';
import { clocksOf, dayOf } from '../saying.ts';
import { isFree, type Slot } from '../slot.ts';
import { Days } from './days.tsx';
import { Front, Gifts, Lights } from './front.tsx';

interface Props {
  page: Page;
  whole: Whole;
  path: string;
  /** The first day to show, when not today. */
  from?: string;
}

const WEEKS_SHOWN = 3;
const DAY = 86_400_000;

/** What a family sees first: whom it is for, what is open, and what is already taken. */
export function DoorPage({ page, whole, path, from }: Props) {
  const { t } = page;
  const { calendar, slots } = whole;
  const name = calendar.called;
  const title = t('help-calendars.for', { name });
  if (!isOpen(calendar)) return <OverPage page={page} whole={whole} title={title} />;
  const window = shownOf(slots, from);
  return (
    <Layout page={page} title={title}>
      <Front page={page} calendar={calendar}>
        <p class="quiet">{t('help-calendars.how')}</p>
      </Front>
      {slots.length === 0 ? (
        <EmptyState title={t('help-calendars.nothing-ahead', { name })} drawing="cup">
          <p class="quiet">{t('help-calendars.nothing-ahead-lead')}</p>
        </EmptyState>
      ) : (
        <>
          <Lights page={page} slots={window.shown} />
          <Days
            page={page}
            whole={whole}
            slots={window.shown}
            end={(slot) => isFree(slot) && <Take page={page} whole={whole} slot={slot} path={path} />}
          />
          <Turning page={page} path={path} {...window} />
        </>
      )}
      <div class="help-aside">
        <p>{t('help-calendars.stand-by-lead', { name })}</p>
        <ButtonLink href={`${path}/stand-by`} look="plain" icon="bell">
          {t('help-calendars.stand-by')}
        </ButtonLink>
      </div>
      <Gifts page={page} gifts={calendar.gifts} />
      <p class="quiet">{t('help-calendars.privacy', { name })}</p>
    </Layout>
  );
}

function Take({ page, whole, slot, path }: { page: Page; whole: Whole; slot: Slot; path: string }) {
  const { t } = page;
  const day = dayOf(clocksOf(page.lang, whole.calendar), slot);
  return (
    <a class="btn plain" href={`${path}/slots/${slot.slotId}`}>
      {t('help-calendars.take')}
      <span class="unseen">
        {' '}
        {t('help-calendars.take-what', { task: t(`help-calendars.task.${slot.task}`), day })}
      </span>
    </a>
  );
}

interface Window {
  shown: Slot[];
  /** The first day of what comes before and after, and how much of it is open; null when there is none. */
  earlier: string | null;
  later: string | null;
  openLater: number;
}

// What stands in an address may be anything.
const isDay = (said: string) => /^\d{4}-\d\d-\d\d$/.test(said) && !Number.isNaN(Date.parse(said));

/** Some weeks of a long calendar, so that it opens quickly on a weak line. */
function shownOf(slots: readonly Slot[], from: string | undefined): Window {
  const first = slots[0]?.day ?? '';
  const start = from && isDay(from) && from > first ? from : first;
  const end = start && new Date(Date.parse(start) + WEEKS_SHOWN * 7 * DAY).toISOString().slice(0, 10);
  const after = slots.filter(({ day }) => day >= end);
  const back = start && new Date(Date.parse(start) - WEEKS_SHOWN * 7 * DAY).toISOString().slice(0, 10);
  return {
    shown: slots.filter(({ day }) => day >= start && day < end),
    earlier: start > first ? [back, first].sort().at(-1)! : null,
    later: after[0]?.day ?? null,
    openLater: after.filter((slot) => isFree(slot)).length,
  };
}

function Turning({ page, path, earlier, later, openLater }: Window & { page: Page; path: string }) {
  const { t } = page;
  if (!earlier && !later) return null;
  return (
    <nav class="help-turning" aria-label={t('help-calendars.weeks')}>
      {earlier && <a href={`${path}?from=${earlier}`}>{t('help-calendars.earlier')}</a>}
      {later && (
        <a href={`${path}?from=${later}`}>
          {t('help-calendars.later', { open: openLater })} <Icon name="next" size={18} />
        </a>
      )}
    </nav>
  );
}

const OverPage = ({ page, whole, title }: { page: Page; whole: Whole; title: string }) => (
  <Layout page={page} title={title} narrow>
    <EmptyState
      heading
      title={page.t('help-calendars.over-title', { name: whole.calendar.called })}
      drawing="porch"
    >
      <p>{page.t('help-calendars.over-lead')}</p>
    </EmptyState>
    <Note icon="info">{page.t('help-calendars.over-forgets')}</Note>
  </Layout>
);
