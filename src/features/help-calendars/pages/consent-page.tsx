import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  Disclosure,
  Form,
  Layout,
  Note,
  type Page,
  Section,
  TextArea,
} from '../../../ui/index.ts';
import type { Whole } from '../access.ts';
import type { Particulars } from '../particulars.ts';
import { clocksOf, dayOf } from '../saying.ts';
import type { Task } from '../words.ts';
import { Changes } from './changes.tsx';
import { Days } from './days.tsx';
import { Front } from './front.tsx';
import { Strangers } from './strangers.tsx';

interface Props {
  page: Page;
  whole: Whole;
  /** Where her answer goes. */
  path: string;
  /** She has no account: this page is hers by its link, before and after. */
  byLink?: boolean;
  /** What is known of her door and her wishes; she alone is shown it, by her link. */
  particulars?: Particulars;
}

/** What somebody would like to set up for her: nothing of it is open before she says yes. */
export function ConsentPage({ page, whole, path, byLink, particulars }: Props) {
  const { t } = page;
  const { calendar } = whole;
  if (calendar.consent !== 'asked' || calendar.endedAt)
    return <AfterPage page={page} whole={whole} path={path} particulars={particulars} />;
  const tasks = [...new Set(whole.slots.map(({ task }) => task))];
  return (
    <Layout page={page} title={t('help-calendars.consent-title')} narrow>
      <Front page={page} calendar={calendar}>
        <p>{t('help-calendars.consent-lead')}</p>
      </Front>
      <Plan page={page} whole={whole} tasks={tasks} />
      <WhoSeesWhat page={page} particulars={particulars} />
      {calendar.notLikeThis && (
        <Note icon="message">{t('help-calendars.you-said', { words: calendar.notLikeThis })}</Note>
      )}
      <Form page={page} action={path}>
        <CheckboxGroup
          page={page}
          name="tasks"
          label={t('help-calendars.consent-tasks')}
          options={tasks.map((value) => ({ value, label: t(`help-calendars.task.${value}`) }))}
          values={tasks}
        />
        <Actions>
          <Button name="answer" value="yes" wide>
            {t('help-calendars.consent-yes')}
          </Button>
        </Actions>
        <Disclosure summary={t('help-calendars.consent-not-this')}>
          <TextArea
            page={page}
            name="notLikeThis"
            label={t('help-calendars.consent-what')}
            rows={3}
            optional
          />
          <Button look="plain" name="answer" value="not-this">
            {t('help-calendars.consent-send')}
          </Button>
        </Disclosure>
        <Actions>
          <Button look="text" name="answer" value="no">
            {t('help-calendars.consent-no')}
          </Button>
        </Actions>
      </Form>
      <Note icon="lock">
        {t(byLink ? 'help-calendars.consent-yours-link' : 'help-calendars.consent-yours')}
      </Note>
    </Layout>
  );
}

function Plan({ page, whole, tasks }: { page: Page; whole: Whole; tasks: Task[] }) {
  const { t } = page;
  const [first, last] = [whole.slots[0], whole.slots.at(-1)];
  if (!first || !last) return null;
  const clocks = clocksOf(page.lang, whole.calendar);
  const list = new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(
    tasks.map((task) => t(`help-calendars.task-in.${task}`)),
  );
  return (
    <Section id="plan" title={t('help-calendars.consent-plan')}>
      <p>
        {t('help-calendars.consent-what-when', {
          tasks: list,
          count: whole.slots.length,
          first: dayOf(clocks, first),
          last: dayOf(clocks, last),
        })}
      </p>
      <Disclosure summary={t('help-calendars.consent-see-days')}>
        <Days page={page} whole={whole} slots={whole.slots.slice(0, 60)} end={() => null} />
      </Disclosure>
    </Section>
  );
}

/** What her yes would share, and with whom; with what whoever planned it has filled in for her already. */
function WhoSeesWhat({ page, particulars }: Pick<Props, 'page' | 'particulars'>) {
  const { t } = page;
  const { wishes, door } = particulars ?? {};
  const filled = [door?.address, door?.notes, wishes?.likes, wishes?.allergies, wishes?.portions].filter(
    Boolean,
  );
  return (
    <Section id="shared" title={t('help-calendars.shared-title')}>
      <ul class="prose">
        <li>{t('help-calendars.shared-link')}</li>
        <li>{t('help-calendars.shared-turn')}</li>
        <li>{t('help-calendars.shared-door')}</li>
      </ul>
      {filled.length > 0 && (
        <Note icon="place">
          <p>{t('help-calendars.shared-filled')}</p>
          {filled.map((line) => (
            <p class="help-address">{line}</p>
          ))}
        </Note>
      )}
    </Section>
  );
}

/** After her answer: who comes, her wishes, and the way to end it. */
function AfterPage({ page, whole, path, particulars }: Props) {
  const { t } = page;
  const { calendar } = whole;
  const ended = calendar.endedAt !== null || calendar.consent === 'refused';
  const ahead = whole.slots.filter(
    ({ endsAt, helperId, closedAt }) => endsAt > new Date() && helperId && !closedAt,
  );
  return (
    <Layout page={page} title={t('help-calendars.for', { name: calendar.called })} narrow>
      <Front page={page} calendar={calendar}>
        <p>{t(ended ? 'help-calendars.consent-ended' : 'help-calendars.consent-open')}</p>
      </Front>
      {!ended && (
        <>
          <Changes page={page} calendar={calendar} asked={particulars?.asked ?? null} path={path} />
          <Actions>
            <ButtonLink href={`${path}/wishes`}>{t('help-calendars.wishes')}</ButtonLink>
          </Actions>
          <Strangers
            page={page}
            calendar={calendar}
            helpers={whole.helpers.values()}
            path={`${path}/helpers`}
            vouches
          />
          <Section id="who" title={t('help-calendars.who-comes')}>
            {ahead.length === 0 ? (
              <p class="quiet">{t('help-calendars.nobody-yet')}</p>
            ) : (
              <Days page={page} whole={whole} slots={ahead} end={() => null} />
            )}
          </Section>
          <Form page={page} action={`${path}/end`}>
            <p class="quiet">{t('help-calendars.end-lead')}</p>
            <Actions>
              <Button look="danger">{t('help-calendars.end')}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Layout>
  );
}
