import { todayIn } from '../../../platform/time/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Section,
} from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';
import { LEADING, LIST } from '../paths.ts';
import type { Seat } from '../seat.ts';
import type { FormingSettings } from '../settings.ts';
import { isOnList, type Wait } from '../wait.ts';
import { dayInWords, hoursSaid, languagesSaid, topicsSaid } from './saying.ts';

interface Props {
  page: Page;
  settings: FormingSettings;
  wait: Wait | undefined;
  seats: Seat[];
}

/** Where her place on the list stands: one thing to know, one thing to do. */
export function WaitingListPage({ page, settings, wait, seats }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('forming.title')} current="circles" narrow>
      <PageHead
        title={t('forming.title')}
        lead={t('forming.lead', { lower: settings.lower, upper: settings.upper })}
        back={{ href: '/circles', label: t('circles.title') }}
      />
      {isOnList(wait) ? (
        <OnList page={page} settings={settings} wait={wait} seats={seats} />
      ) : (
        <OffList page={page} settings={settings} wait={wait} seats={seats} />
      )}
      {settings.open && (
        <p class="quiet">
          {t('forming.lead-line')} <a href={LEADING}>{t('forming.lead-link')}</a>
        </p>
      )}
    </Layout>
  );
}

function OnList({ page, settings, wait, seats }: Omit<Props, 'wait'> & { wait: Wait }) {
  const { t } = page;
  const seat = seats.find(
    ({ role, state, circleId }) =>
      role === 'member' && (state === 'offered' || (state === 'taken' && !circleId)),
  );
  return (
    <>
      {seat ? (
        <ASeat page={page} seat={seat} />
      ) : (
        <Waits page={page} settings={settings} wait={wait} seats={seats} />
      )}
      <Section id="wishes" title={t('forming.wishes')}>
        <ul class="plain-list">
          {linesOf(page, wait).map(({ label, value }) => (
            <li>
              <span class="quiet">{label}:</span> {value}
            </li>
          ))}
        </ul>
        <Actions>
          <ButtonLink href={`${LIST}/wishes`} look="plain" icon="edit">
            {t('forming.change')}
          </ButtonLink>
          <Form page={page} action={`${LIST}/departure`} inline>
            <Button look="text">{t('forming.leave')}</Button>
          </Form>
        </Actions>
      </Section>
    </>
  );
}

/** When the next forming is, and why the last one had no circle for her. */
function Waits({ page, settings, wait, seats }: Omit<Props, 'wait'> & { wait: Wait }) {
  const { t } = page;
  const last = seats.find(({ role }) => role === 'member');
  return (
    <Card lit>
      <h2>{t('forming.on-list')}</h2>
      {last && <p>{afterSeat(page, last)}</p>}
      {wait.why.map((why) => (
        <p>{said(page, why)}</p>
      ))}
      <p>{nextSaid(page, settings)}</p>
      {wait.firstInLine && <p>{t('forming.first-in-line')}</p>}
    </Card>
  );
}

/** What became of the seat before; '' where there is nothing to say. */
function afterSeat(page: Page, { state, answerBy }: Seat): string {
  if (state === 'lapsed') return page.t('forming.lapsed', { day: formatTime(page, answerBy, 'day') });
  return state === 'declined' ? page.t('forming.declined') : '';
}

export function nextSaid(page: Page, { nextOn, open }: FormingSettings): string {
  const today = todayIn(page.timeZone);
  if (!open || nextOn === null) return page.t('forming.next-unknown');
  return nextOn < today
    ? page.t('forming.next-soon')
    : page.t('forming.next', { day: dayInWords(page, nextOn) });
}

function ASeat({ page, seat }: { page: Page; seat: Seat }) {
  const { t } = page;
  const answered = seat.state === 'taken';
  return (
    <Card lit>
      <h2>{t(answered ? 'forming.seat-yours' : 'forming.seat-kept')}</h2>
      <p>
        {answered
          ? t('forming.seat-opens')
          : t('forming.seat-until', { day: formatTime(page, seat.answerBy, 'day') })}
      </p>
      <Actions>
        <ButtonLink href={`/circle-seats/${seat.id}`} look={answered ? 'plain' : 'primary'}>
          {t('forming.seat-see')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** Not on it: the way on, or the way back. */
function OffList({ page, settings, wait, seats }: Props) {
  const { t } = page;
  const lapsed =
    wait?.state === 'withdrawn' && seats.find(({ role }) => role === 'member')?.state === 'lapsed';
  if (!settings.open)
    return (
      <EmptyState title={t('forming.closed')} drawing="chairs">
        <p>{t('forming.closed-lead')}</p>
        <ButtonLink href="/circles">{t('forming.see-circles')}</ButtonLink>
      </EmptyState>
    );
  return (
    <Card lit>
      <h2>
        {t(lapsed ? 'forming.rested' : wait?.state === 'withdrawn' ? 'forming.off-list' : 'forming.how')}
      </h2>
      <p>{t(lapsed ? 'forming.rested-lead' : 'forming.how-lead', { days: settings.answerDays })}</p>
      <p>{nextSaid(page, settings)}</p>
      <Actions>
        {wait?.state === 'withdrawn' ? (
          <Form page={page} action={`${LIST}/return`} inline>
            <Button>{t('forming.return')}</Button>
          </Form>
        ) : (
          <ButtonLink href={`${LIST}/wishes`}>{t('forming.join')}</ButtonLink>
        )}
        {wait?.state === 'withdrawn' && (
          <ButtonLink href={`${LIST}/wishes`} look="text">
            {t('forming.look-over')}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

function linesOf(page: Page, wait: Wait): { label: string; value: string }[] {
  const { t } = page;
  return [
    { label: t('forming.facts.languages'), value: languagesSaid(page, wait.languages) },
    { label: t('forming.facts.free'), value: hoursSaid(page, wait.free) },
    { label: t('forming.facts.meets'), value: t(`forming.meets.${wait.meets}`) },
    {
      label: t('forming.facts.miles'),
      value: wait.maxMiles === null ? '' : t('forming.form.miles-up-to', { miles: wait.maxMiles }),
    },
    { label: t('forming.facts.topics'), value: topicsSaid(page, wait.topics) },
    { label: t('forming.facts.not-alone'), value: topicsSaid(page, wait.notAlone) },
  ].filter(({ value }) => value !== '');
}
