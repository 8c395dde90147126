import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Disclosure,
  type Errors,
  Form,
  formatTime,
  type Page,
  RadioGroup,
  Section,
  TextInput,
} from '../../../ui/index.ts';
import type { Call } from '../call.ts';
import { LENGTHS, NEXT_STEPS } from '../forms.ts';

interface Props {
  page: Page;
  call: Call;
  refused?: { raw: Raw; errors: Errors };
}

/** What came of a try. */
export function Outcome({ page, call, refused }: Props) {
  const { t } = page;
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  const action = `/callbacks/calls/${call.callbackId}/tries`;
  return (
    <Section title={t('callbacks.how-was-it')} id="outcome">
      <Form page={page} action={action}>
        <Actions>
          <Button name="outcome" value="reached" icon="check">
            {t('callbacks.outcome.reached')}
          </Button>
          <Button look="plain" name="outcome" value="no-answer">
            {t('callbacks.outcome.no-answer')}
          </Button>
        </Actions>
        <p class="quiet">{t('callbacks.tries-left', { count: 3 - call.tries })}</p>
      </Form>
      <Disclosure summary={t('callbacks.outcome.later')} open={refused?.errors.date !== undefined}>
        <Form page={page} action={action}>
          <p class="quiet">
            {t('callbacks.later-hint', {
              time: formatTime({ lang: page.lang, timeZone: call.timeZone }, new Date(), 'time'),
            })}
          </p>
          <div class="split">
            <TextInput
              page={page}
              name="date"
              type="date"
              label={t('callbacks.date')}
              value={typed('date')}
              error={refused?.errors.date}
            />
            <TextInput
              page={page}
              name="time"
              type="time"
              label={t('callbacks.time')}
              value={typed('time')}
            />
          </div>
          <Actions>
            <Button look="plain" name="outcome" value="later">
              {t('callbacks.call-then')}
            </Button>
          </Actions>
        </Form>
      </Disclosure>
    </Section>
  );
}

/** How long, and what comes next for her. What was said is nobody's to keep. */
export function Closing({ page, call, refused }: Props) {
  const { t } = page;
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  return (
    <Section title={t('callbacks.closing')} id="closing">
      <p class="quiet">{t('callbacks.closing-lead')}</p>
      <Form page={page} action={`/callbacks/calls/${call.callbackId}/closing`}>
        <RadioGroup
          page={page}
          name="minutes"
          label={t('callbacks.how-long')}
          options={LENGTHS.map((value) => ({
            value,
            label: t('callbacks.minutes', { count: Number(value) }),
          }))}
          value={typed('minutes')}
          error={refused?.errors.minutes}
        />
        <RadioGroup
          page={page}
          name="step"
          label={t('callbacks.what-next')}
          hint={t('callbacks.what-next-hint')}
          options={NEXT_STEPS.map((value) => ({ value, label: t(`callbacks.step-said.${value}`) }))}
          value={typed('step')}
          error={refused?.errors.step}
        />
        <Actions>
          <Button icon="check">{t('callbacks.close')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
