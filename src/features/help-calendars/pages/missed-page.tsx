import { ButtonLink, EmptyState, Layout, type Page } from '../../../ui/index.ts';
import type { Whole } from '../access.ts';
import { isOpen } from '../calendar.ts';
import type { Outcome } from '../claiming.ts';
import { freeNear, type Slot } from '../slot.ts';
import { Days } from './days.tsx';

interface Props {
  page: Page;
  whole: Pick<Whole, 'calendar' | 'slots'>;
  slot: Slot;
  why: Outcome;
  path: string;
}

const NEAR = 6;
/** Nobody has what is open. */
const NOBODY: Whole['helpers'] = new Map();

/** Not this one: why, kindly, and what is still open around that day. */
export function MissedPage({ page, whole, slot, why, path }: Props) {
  const { t } = page;
  const name = whole.calendar.called;
  const near =
    isOpen(whole.calendar) && !['many', 'declined', 'paused'].includes(why)
      ? freeNear(whole.slots, slot.startsAt, NEAR)
      : [];
  return (
    <Layout page={page} title={t('help-calendars.for', { name })}>
      <EmptyState heading drawing="cup" title={saidOf(page, why, name)}>
        <p>
          {near.length > 0
            ? t('help-calendars.still-open', { name })
            : t('help-calendars.nothing-open', { name })}
        </p>
      </EmptyState>
      <Days
        page={page}
        whole={{ ...whole, helpers: NOBODY }}
        slots={near}
        end={({ slotId }) => (
          <a class="btn plain" href={`${path}/slots/${slotId}`}>
            {t('help-calendars.take')}
          </a>
        )}
      />
      <ButtonLink href={path} look="plain" icon="calendar">
        {t('help-calendars.see-all')}
      </ButtonLink>
    </Layout>
  );
}

/** Why a turn could not be taken. */
export function saidOf({ t }: Page, why: Outcome, name: string): string {
  if (why === 'many') return t('help-calendars.missed.many');
  if (why === 'declined') return t('help-calendars.missed.declined', { name });
  if (why === 'paused') return t('help-calendars.missed.paused');
  if (why === 'over') return t('help-calendars.missed.over');
  return why === 'closed' ? t('help-calendars.missed.closed') : t('help-calendars.missed.taken');
}
