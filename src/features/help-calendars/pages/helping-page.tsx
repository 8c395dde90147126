import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Select,
  Stack,
} from '../../../ui/index.ts';
import { BoundariesCard } from '../../boundaries/index.ts';
import { isOpen } from '../calendar.ts';
import type { Outcome } from '../claiming.ts';
import type { HelpersOwn } from '../helping.ts';
import { clocksOf, dayOf, hoursOf } from '../saying.ts';
import { isFree, type Slot } from '../slot.ts';
import { waitsFor } from '../trusting.ts';
import { GoodToKnow } from './good-to-know.tsx';
import { saidOf } from './missed-page.tsx';
import { TurnCard } from './turn-card.tsx';
import { type MistypedMail, WaitingCard } from './waiting-card.tsx';

interface Props {
  page: Page;
  own: HelpersOwn;
  path: string;
  errors?: Errors;
  /** Why what was asked for just now could not be done. */
  missed?: Outcome;
  mail?: MistypedMail;
}

/** A helper's own page: their turns, the door on the day, and what else is open. */
export function HelpingPage({ page, own, path, errors = {}, missed, mail }: Props) {
  const { t } = page;
  const { calendar, me, mine, slots } = own;
  const name = calendar.called;
  const now = new Date();
  const coming = isOpen(calendar) ? mine.filter(({ endsAt, closedAt }) => endsAt > now && !closedAt) : [];
  const done = mine.filter(({ endsAt, closedAt }) => endsAt <= now && !closedAt);
  const free = isOpen(calendar) ? slots.filter((slot) => isFree(slot, now)) : [];
  return (
    <Layout page={page} title={t('help-calendars.your-turns')}>
      <PageHead
        title={t('help-calendars.hello', { name: me.name })}
        lead={t('help-calendars.helping-lead', { name })}
      />
      <ErrorSummary
        page={page}
        errors={mail ? { ...errors, mail: mail.error } : errors}
        ids={{ slot: 'f-more' }}
      />
      {missed && (
        <Note tone="warm" icon="info">
          <p role="alert">{saidOf(page, missed, name)}</p>
        </Note>
      )}
      {!isOpen(calendar) && <Note icon="info">{t('help-calendars.over-lead')}</Note>}
      {coming.length === 0 && isOpen(calendar) && (
        <EmptyState title={t('help-calendars.no-turn')} drawing="chairs">
          <p class="quiet">
            {me.backsUp ? t('help-calendars.asked-then') : t('help-calendars.no-turn-lead')}
          </p>
        </EmptyState>
      )}
      {coming.length > 0 && <WaitingCard page={page} own={own} path={path} mail={mail} />}
      <Stack>
        {coming.map((slot) => (
          <TurnCard page={page} own={own} slot={slot} path={path} free={free} now={now} />
        ))}
      </Stack>
      {coming.length > 0 && <GoodToKnow page={page} own={own} />}
      {isOpen(calendar) && <BoundariesCard page={page} boundaries={own.boundaries} name={name} />}
      {coming.length > 0 && !waitsFor(calendar, me) && (
        <Actions>
          <ButtonLink href={`${path}/turns.ics`} look="plain" icon="calendar" download>
            {t('help-calendars.into-calendar')}
          </ButtonLink>
        </Actions>
      )}
      {free.length > 0 && <TakeMore page={page} own={own} path={path} free={free} errors={errors} />}
      {isOpen(calendar) && <BackUp page={page} path={path} backsUp={me.backsUp} name={name} />}
      {done.length > 0 && <Past page={page} own={own} slots={done} />}
      <p class="quiet">
        {t(waitsFor(calendar, me) === 'letter' ? 'help-calendars.keep-letter' : 'help-calendars.keep-link')}
      </p>
    </Layout>
  );
}

/** The open slots to choose from, each as a line of words. */
export const slotOptions = (page: Page, own: HelpersOwn, free: readonly Slot[]) => {
  const clocks = clocksOf(page.lang, own.calendar);
  return free.slice(0, 120).map((slot) => ({
    value: slot.slotId,
    label: `${dayOf(clocks, slot)}: ${page.t(`help-calendars.task.${slot.task}`)}, ${hoursOf({ t: page.t, ...clocks }, slot)}`,
  }));
};

function TakeMore({
  page,
  own,
  path,
  free,
  errors,
}: {
  page: Page;
  own: HelpersOwn;
  path: string;
  free: Slot[];
  errors: Errors;
}) {
  const { t } = page;
  return (
    <Section id="more" title={t('help-calendars.take-more')}>
      <Form page={page} action={`${path}/turns`}>
        <Select
          page={page}
          name="slot"
          id="f-more"
          label={t('help-calendars.still-free')}
          empty={t('help-calendars.choose')}
          options={slotOptions(page, own, free)}
          error={errors.slot}
        />
        <Actions>
          <Button look="plain">{t('help-calendars.take-this')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function BackUp({ page, path, backsUp, name }: { page: Page; path: string; backsUp: boolean; name: string }) {
  const { t } = page;
  return (
    <div class="rule">
      <span>
        {backsUp ? t('help-calendars.you-back-up', { name }) : t('help-calendars.stand-by-lead', { name })}
      </span>
      <Form page={page} action={`${path}/back-up${backsUp ? '?stop' : ''}`} inline>
        <Button look="plain">
          {backsUp ? t('help-calendars.stop-asking') : t('help-calendars.stand-by')}
        </Button>
      </Form>
    </div>
  );
}

function Past({ page, own: { calendar }, slots }: { page: Page; own: HelpersOwn; slots: Slot[] }) {
  const { t } = page;
  const clocks = clocksOf(page.lang, calendar);
  return (
    <Section id="past" title={t('help-calendars.past')}>
      <Stack list>
        {slots.map((slot) => (
          <Card as="li" quiet>
            <p>
              {t(`help-calendars.task.${slot.task}`)}, {dayOf(clocks, slot)}
            </p>
            {slot.thankedAt && (
              <p class="help-thanks">{t('help-calendars.she-thanks', { name: calendar.called })}</p>
            )}
          </Card>
        ))}
      </Stack>
    </Section>
  );
}
