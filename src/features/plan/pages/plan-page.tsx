import type { PropsWithChildren } from 'hono/jsx';
import type { Step } from '../../../matching/index.ts';
import {
  Disclosure,
  formatTime,
  KeepPlanButton,
  KeptCopy,
  Layout,
  Note,
  PageHead,
  PrintButton,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { WaitingLine } from '../../forming-door/index.ts';
import { said } from '../../reasons/index.ts';
import type { Decided } from '../decisions.ts';
import { greeting, lead } from '../greeting.ts';
import type { HerPlan } from '../her-plan.ts';
import { HelplineStrip } from './helpline-strip.tsx';
import { PlanStep } from './plan-step.tsx';
import { ReopenForm } from './step-forms.tsx';

/** Her home: five kinds of people and help, the first of them lit. */
export function PlanPage({ page, hers }: { page: Page; hers: HerPlan }) {
  const { t } = page;
  const { plan, decided, answers } = hers;
  const put = new Map(plan.putOff.map(({ key, until }) => [key, until]));
  const done = decided.filter(({ state }) => state === 'done');
  const later = decided.filter(({ key }) => put.has(key));
  const declined = decided.filter(({ state }) => state === 'declined');
  const justDecided = page.notice?.startsWith('plan.decided.') ? decided[0] : undefined;
  return (
    <Layout page={justDecided ? { ...page, notice: null } : page} title={t('plan.title')} current="plan">
      <KeptCopy page={page} />
      <PageHead title={greeting(page)} lead={lead(page, hers)} />
      {justDecided && <LastDecision page={page} decided={justDecided} />}
      {!answers && <Invitation page={page} />}
      <Steps page={page} hers={hers} />
      <WaitingLine page={page} door={hers.waitingList} />
      <HelplineStrip page={page} lines={hers.lines} gentle={plan.gentle} />
      <Before
        page={page}
        folded={
          (plan.gentle || Boolean(answers?.milestonesEndedAt)) &&
          done.length + later.length + declined.length > 0
        }
      >
        <Remembered page={page} id="done" title={t('plan.done.title')} list={done} undo="plan.undo" />
        <Remembered
          page={page}
          id="later"
          title={t('plan.later.title')}
          list={later}
          undo="plan.later.now"
          when={({ key }) => t('plan.later.until', { day: dayOf(page, put.get(key)!) })}
        />
        <Remembered
          page={page}
          id="declined"
          title={t('plan.declined.title')}
          list={declined}
          undo="plan.declined.back"
        />
      </Before>
      <div class="actions plan-foot">
        <PrintButton page={page} />
        <KeepPlanButton page={page} />
        <a class="btn text" href="/welcome">
          {t('plan.change')}
        </a>
      </div>
    </Layout>
  );
}

/** The first is lit, two more stand open; the rest wait folded, so that nobody meets seven things to do at once. */
function Steps({ page, hers }: { page: Page; hers: HerPlan }) {
  const { t } = page;
  const { steps, gentle } = hers.plan;
  const open = steps.length > MOST_OPEN + 1 ? MOST_OPEN : steps.length;
  const rest = steps.slice(open);
  const drawn = (step: Step) => (
    <PlanStep
      page={page}
      step={step}
      reach={hers.reach.get(step.subjectId ?? '')}
      near={hers.answers?.postcode ?? null}
      first={step === steps[0]}
      gentle={gentle}
      calls={hers.calls}
    />
  );
  return (
    <>
      <Stack>{steps.slice(0, open).map(drawn)}</Stack>
      {rest.length > 0 && (
        <Disclosure
          calm
          id="more-steps"
          summary={t('plan.more', { count: rest.length })}
          hint={kindsOf(page, rest)}
        >
          <Stack>{rest.map(drawn)}</Stack>
        </Disclosure>
      )}
    </>
  );
}
const MOST_OPEN = 3;

const kindsOf = ({ t }: Page, steps: Step[]): string =>
  [...new Set(steps.map(({ kind }) => t(`ui.kind.${kind}`)))].join(' · ');

const dayOf = (page: Page, date: string): string =>
  formatTime({ lang: page.lang, timeZone: 'UTC' }, new Date(`${date}T12:00:00Z`), 'day');

function Invitation({ page }: { page: Page }) {
  return (
    <div class="no-print plan-note">
      <Note tone="warm" icon="edit">
        <p>{page.t('plan.invitation')}</p>
        <p>
          <a class="tap" href="/welcome">
            {page.t('plan.invitation.link')}
          </a>
        </p>
      </Note>
    </div>
  );
}

/** Right after she decided: what it was, and the way back, in view wherever she stands on the page. */
function LastDecision({ page, decided }: { page: Page; decided: Decided }) {
  return (
    <div class="plan-undo no-print" role="status">
      <span>
        {page.notice && page.t(page.notice)}
        {decided.title && <small>{said(page, decided.title)}</small>}
      </span>
      <ReopenForm page={page} decided={decided} label="plan.undo" />
    </div>
  );
}

/** After a loss what she once decided may be about the child: it is there, and is not put before her. */
function Before({ page, folded, children }: PropsWithChildren<{ page: Page; folded: boolean }>) {
  if (!folded) return <>{children}</>;
  return (
    <Disclosure id="before" summary={page.t('plan.before')}>
      {children}
    </Disclosure>
  );
}

interface RememberedProps {
  page: Page;
  id: string;
  title: string;
  list: Decided[];
  undo: 'plan.undo' | 'plan.later.now' | 'plan.declined.back';
  when?(decided: Decided): string;
}

/** Steps she has decided on, in the words they had then. */
function Remembered({ page, id, title, list, undo, when }: RememberedProps) {
  const readable = list.filter(({ title }) => title !== null);
  if (readable.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <ul class="plain-list">
        {readable.map((decided) => (
          <li class="rule plan-row">
            <span>
              {said(page, decided.title!)}
              <br />
              <small class="quiet">{when ? when(decided) : formatTime(page, decided.at, 'day')}</small>
            </span>
            <ReopenForm page={page} decided={decided} label={undo} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
