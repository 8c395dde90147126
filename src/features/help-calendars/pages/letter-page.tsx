import {
  Actions,
  Button,
  Card,
  Disclosure,
  EmptyState,
  Form,
  Layout,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import type { HelpersOwn } from '../helping.ts';
import { clocksOf, dayOf, hoursOf } from '../saying.ts';

interface Props {
  page: Page;
  own: HelpersOwn;
  path: string;
}

/** What the letter leads to, once. It shows no word of whoever typed the address: they may be anybody. */
export function LetterPage({ page, own: { calendar, mine }, path }: Props) {
  const { t } = page;
  const name = calendar.called;
  const clocks = clocksOf(page.lang, calendar);
  const now = new Date();
  return (
    <Layout page={page} title={t('help-calendars.for', { name })} narrow>
      <PageHead title={t('help-calendars.letter-title')} lead={t('help-calendars.letter-lead', { name })} />
      <Stack list>
        {mine
          .filter(({ endsAt, closedAt }) => endsAt > now && !closedAt)
          .map((slot) => (
            <Card as="li" quiet>
              <p>
                {t('help-calendars.mail.turn', {
                  task: t(`help-calendars.task.${slot.task}`),
                  day: dayOf(clocks, slot),
                  hours: hoursOf({ t, ...clocks }, slot),
                })}
              </p>
            </Card>
          ))}
      </Stack>
      <Form page={page} action={path}>
        <Actions>
          <Button wide>{t('help-calendars.letter-yes')}</Button>
        </Actions>
      </Form>
      <p class="quiet">{t('help-calendars.letter-then')}</p>
      <Disclosure summary={t('help-calendars.letter-not-me')}>
        <p>{t('help-calendars.letter-not-me-lead', { name })}</p>
        <Form page={page} action={`${path}/not-me`}>
          <Button look="plain">{t('help-calendars.letter-not-me-now')}</Button>
        </Form>
      </Disclosure>
    </Layout>
  );
}

/** Said in place: the letter's link leads nowhere from now on. */
export const NotMePage = ({ page }: { page: Page }) => (
  <Layout page={page} title={page.t('help-calendars.letter-not-me')} narrow>
    <EmptyState heading title={page.t('help-calendars.not-me-title')} drawing="letter">
      <p>{page.t('help-calendars.not-me-said')}</p>
    </EmptyState>
  </Layout>
);
