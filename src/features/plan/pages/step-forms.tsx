import type { Step } from '../../../matching/index.ts';
import { Button, Form } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { said } from '../../reasons/index.ts';
import { type Decided, STATES } from '../decisions.ts';

/** Done, not now, not for me: said quietly under a step. */
export function StepForms({ page, step }: { page: Page; step: Step }) {
  const { t } = page;
  const title = said(page, step.title);
  return (
    <Form page={page} action="/plan/decisions" inline label={title}>
      <input type="hidden" name="key" value={step.key} />
      {STATES.map((state) => (
        <Button
          look="text"
          name="state"
          value={state}
          label={t('plan.button', { what: t(`plan.state.${state}`), title })}
        >
          {t(`plan.state.${state}`)}
        </Button>
      ))}
    </Form>
  );
}

interface ReopenProps {
  page: Page;
  decided: Decided;
  label: 'plan.undo' | 'plan.later.now' | 'plan.declined.back';
}

/** Takes a decision back. */
export function ReopenForm({ page, decided, label }: ReopenProps) {
  const { t } = page;
  const title = decided.title ? said(page, decided.title) : '';
  return (
    <Form page={page} action="/plan/decisions" inline>
      <input type="hidden" name="key" value={decided.key} />
      <Button look="text" name="state" value="open" label={t('plan.button', { what: t(label), title })}>
        {t(label)}
      </Button>
    </Form>
  );
}
