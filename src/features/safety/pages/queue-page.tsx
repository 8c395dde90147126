import type { Page } from '../../../ui/index.ts';
import {
  ButtonLink,
  Card,
  Disclosure,
  EmptyState,
  Layout,
  Note,
  PageHead,
  Section,
  Stack,
  Time,
  written,
} from '../../../ui/index.ts';
import type { Case } from '../case.ts';
import type { PromiseKept, SafetyPromise } from '../promise.ts';
import type { RotaWeek } from '../rota.ts';
import { nameOfCase, placeOf } from './case-evidence.tsx';
import { Clock } from './clock.tsx';

interface Props {
  page: Page;
  me: string;
  waiting: Case[];
  appeals: Case[];
  /** Appeals that nobody here may hear. */
  unheard: number;
  decided: Case[];
  kept: PromiseKept;
  promise: SafetyPromise;
  onCall: RotaWeek['people'];
}

/** What waits for the moderators: danger first, then what is due first. */
export function QueuePage({ page, me, waiting, appeals, unheard, decided, kept, promise, onCall }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('safety.queue-title')}>
      <PageHead
        title={t('safety.queue-title')}
        lead={t('safety.queue-lead', { count: waiting.length })}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      <p class="rule">
        <span class="quiet">
          {onCall.length > 0
            ? t('safety.on-call', { names: onCall.map(({ name }) => name).join(', ') })
            : t('safety.on-call-none')}
        </span>
        <ButtonLink href="/moderation/rota" look="text">
          {t('safety.rota-title')}
        </ButtonLink>
      </p>
      {waiting.length === 0 && <EmptyState drawing="porch" title={t('safety.queue-none')} />}
      <Stack list>
        {waiting.map((one) => (
          <CaseCard page={page} case={one} href={`/moderation/${one.caseId}`} mine={one.assignedTo === me} />
        ))}
      </Stack>
      {unheard > 0 && (
        <Note tone="warm" icon="help">
          <p>{t('safety.appeals-unheard', { count: unheard })}</p>
        </Note>
      )}
      {appeals.length > 0 && (
        <Section title={t('safety.appeals')} id="appeals" aside={t('safety.appeals-hint')}>
          <Stack list>
            {appeals.map((one) => (
              <CaseCard page={page} case={one} href={`/moderation/${one.caseId}#appeal`} under />
            ))}
          </Stack>
        </Section>
      )}
      <Kept page={page} kept={kept} promise={promise} />
      {decided.length > 0 && (
        <Disclosure summary={t('safety.closed')} id="closed">
          <Stack list>
            {decided.map((one) => (
              <CaseCard page={page} case={one} href={`/moderation/${one.caseId}`} under />
            ))}
          </Stack>
        </Disclosure>
      )}
    </Layout>
  );
}

function Kept({ page, kept, promise }: { page: Page; kept: PromiseKept; promise: SafetyPromise }) {
  const { t } = page;
  return (
    <Section title={t('safety.kept')} id="kept" aside={t('safety.kept-hint')}>
      <p>{t('safety.promise', { hours: promise.answerHours, danger: promise.dangerHours })}</p>
      {kept.median !== null && kept.slowest !== null && (
        <p>
          {t('safety.kept-times', { median: kept.median, slowest: kept.slowest })}{' '}
          {t('safety.kept-in-time', { inTime: kept.inTime, answered: kept.answered })}
        </p>
      )}
      {kept.overdue > 0 && <p>{t('safety.kept-overdue', { count: kept.overdue })}</p>}
    </Section>
  );
}

/** A case in a list. */
export function CaseCard(p: { page: Page; case: Case; href: string; under?: boolean; mine?: boolean }) {
  const { page, case: one, href } = p;
  const { t } = page;
  const Heading = p.under ? 'h3' : 'h2';
  return (
    <Card as="li" lit={one.danger && !one.decidedAt} quiet={one.decidedAt !== null}>
      <Clock page={page} case={one} />
      <Heading>
        <a href={href}>{t(`safety.about-${one.kind}`, { name: nameOfCase(page, one) })}</a>
      </Heading>
      {one.text && !one.decidedAt && <div class="post-body">{written(beginning(one.text))}</div>}
      <p class="quiet">
        {placeOf(page, one)}
        {one.decision && `${t(`safety.decision.${one.decision}`)} · `}
        {!one.decidedAt && one.assignee && `${p.mine ? t('safety.yours') : one.assignee} · `}
        <Time page={page} at={one.decidedAt ?? one.openedAt} />
      </p>
    </Card>
  );
}

/** About two lines, and never half a word. */
const beginning = (text: string): string =>
  text.length > 160 ? `${text.slice(0, 160).replace(/\s+\S*$/, '')}…` : text;
