import {
  Actions,
  Button,
  Disclosure,
  Form,
  type Page,
  RadioGroup,
  Section,
  Select,
  TextArea,
} from '../../../ui/index.ts';
import { type Case, type Choice, DECISIONS } from '../case.ts';
import { DAYS } from '../forms.ts';
import type { CasePageProps } from './case-page.tsx';

/** Ready words first: with one of them chosen, what remains is one tap. */
export function DecisionForm(p: CasePageProps & { moderates: boolean }) {
  const { page, case: one, base, chosen, refused } = p;
  const { t } = page;
  const field = (name: string, kept = '') => ({
    page,
    name,
    value: String(refused?.raw[name] ?? kept),
    error: refused?.errors[name],
  });
  return (
    <Section title={t('safety.decide-title')} id="decide">
      {one.origin === 'report' && (
        <nav class="asides" aria-label={t('safety.templates')}>
          {p.templates.map(({ id, title }) => (
            <a href={`${base}?template=${id}#decide`} aria-current={id === chosen?.id ? 'true' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      )}
      <Form page={page} action={`${base}/decision`}>
        <RadioGroup
          {...field('decision', chosen?.decision ?? (one.origin === 'words' ? 'support' : ''))}
          label={t('safety.decision')}
          column
          options={possible(one, p.moderates).map((value) => ({
            value,
            label: t(`safety.decision.${value}`),
            hint: t(
              value === 'hide' && one.kind === 'gathering'
                ? 'safety.decision-hint.hide-gathering'
                : `safety.decision-hint.${value}`,
            ),
          }))}
        />
        <TextArea
          {...field('why', chosen?.words)}
          label={t('safety.why')}
          hint={t('safety.why-hint')}
          rows={4}
          maxlength={2000}
          optional
        />
        <RuleField
          page={page}
          charter={`${one.charter}\n${p.charter}`}
          value={String(refused?.raw.rule ?? '')}
        />
        {p.moderates && one.kind !== 'circle' && <Days page={page} error={refused?.errors.days} />}
        <Disclosure summary={t('safety.told-add')} open={Boolean(refused?.raw.told)}>
          <TextArea
            {...field('told')}
            label={t('safety.told')}
            hint={t('safety.told-hint')}
            rows={2}
            optional
            maxlength={2000}
          />
        </Disclosure>
        {one.anonymous && <p class="quiet">{t('safety.anonymous-hint')}</p>}
        <Actions>
          <Button>{t('safety.decide')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

/** What can be decided of such a thing, by such a reader. The database asks again. Words of danger are no offence. */
function possible(one: Case, moderates: boolean): Choice[] {
  const nearestFirst: readonly Choice[] =
    one.origin === 'words' ? [...new Set<Choice>(['support', ...DECISIONS])] : DECISIONS;
  return nearestFirst.filter((decision) => {
    if (decision === 'hide') return one.kind === 'post' || one.kind === 'gathering';
    if (decision === 'remove') return moderates && one.circleId !== null && hasSomebody(one);
    if (decision === 'suspend') return moderates && hasSomebody(one);
    return true;
  });
}

/** What nobody organises any more, or came from another's calendar, is nobody's to answer for. */
const hasSomebody = ({ kind, memberId }: Case): boolean =>
  kind !== 'circle' && (kind !== 'gathering' || memberId !== null);

/** Which line of what people agreed on, if any. */
export function RuleField({ page, charter, value }: { page: Page; charter: string; value: string }) {
  const rules = rulesOf(charter);
  if (rules.length === 0) return null;
  return (
    <Select
      page={page}
      name="rule"
      label={page.t('safety.rule')}
      empty={page.t('safety.rule-none')}
      options={rules.map((rule) => ({
        value: rule,
        label: rule.length > 70 ? `${rule.slice(0, 70)}…` : rule,
      }))}
      value={value}
      optional
    />
  );
}

/** The charter's rules: its lines, without their bullets. */
export const rulesOf = (charter: string): string[] => [
  ...new Set(
    charter
      .split('\n')
      .map((line) => line.replace(/^[\s\-*•\d.)]+/, '').trim())
      .filter((line) => line.length > 3 && line.length <= 300)
      .slice(0, 20),
  ),
];

function Days({ page, error }: { page: Page; error?: Parameters<typeof Select>[0]['error'] }) {
  return (
    <Select
      page={page}
      name="days"
      label={page.t('safety.days')}
      empty={page.t('safety.days-none')}
      options={DAYS.map((days) => ({
        value: days,
        label: page.t('safety.days-count', { days: Number(days) }),
      }))}
      value=""
      error={error}
      optional
    />
  );
}
