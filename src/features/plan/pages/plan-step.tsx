import type { Step } from '../../../matching/index.ts';
import { ButtonLink, formatTime, Icon, StepCard } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { said } from '../../reasons/index.ts';
import { wayOf } from '../actions.ts';
import type { Reach, Source } from '../options/reach.ts';
import { StepForms } from './step-forms.tsx';

interface PlanStepProps {
  page: Page;
  step: Step;
  reach: Reach | undefined;
  /** Her postcode. */
  near: string | null;
  /** The one to begin with. */
  first: boolean;
  gentle: boolean;
  /** Somebody here could call her. */
  calls: boolean;
}

/** Beside a sentence that says what a place is, few others are needed. */
const MOST_BESIDE = 2;

/** One step: why, what to do first, how long, and the one thing to press. */
export function PlanStep({ page, step, reach, near, first, gentle, calls }: PlanStepProps) {
  const { t } = page;
  const way = wayOf(page, step, reach, near);
  const why = step.reasons.map((reason) => said(page, reason));
  // What a place is says most; but in a gentle plan only our own chosen words are used.
  const reasons = reach && !gentle ? [reach.what, ...why.slice(0, MOST_BESIDE)] : why;
  return (
    <StepCard
      page={page}
      id={`step-${step.key.replaceAll(':', '-')}`}
      kind={step.kind}
      title={said(page, step.title)}
      reasons={reasons}
      first={(!gentle && reach?.first) || said(page, step.firstStep)}
      time={t('plan.minutes', { minutes: (first ? 0 : reach?.minutes) || step.minutes })}
      when={first && step.doableToday ? t('plan.today') : undefined}
      lit={first}
      action={
        <>
          <ButtonLink
            href={way.href}
            look={first ? 'primary' : 'plain'}
            icon={way.outside ? 'external' : undefined}
          >
            {way.label}
          </ButtonLink>
          {reach?.ways[0] && <span class="print-only">{reach.ways[0].label}</span>}
          {calls && (step.kind === 'peer' || step.kind === 'professional') && (
            <ButtonLink href="/callbacks/new" look="text">
              {t('callbacks.or-ask')}
            </ButtonLink>
          )}
        </>
      }
    >
      {way.source && <SourceLine page={page} source={way.source} />}
      <StepForms page={page} step={step} />
    </StepCard>
  );
}

/** Facts have sources: who says so, and when somebody last looked. */
function SourceLine({ page, source }: { page: Page; source: Source }) {
  const { t } = page;
  const date = formatTime(
    { lang: page.lang, timeZone: 'UTC' },
    new Date(`${source.verified}T12:00:00Z`),
    'date',
  );
  return (
    <p class="quiet source">
      {source.overdue && <Icon name="alert" size={16} />}
      {t(source.overdue ? 'plan.source-overdue' : 'plan.source', { name: source.name, date })}
    </p>
  );
}
