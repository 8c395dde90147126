import { z } from 'zod';
import { checked, type Errors, oneOf, readForm } from '../../../platform/http/index.ts';
import { Button, Checkbox, formatTime, RadioGroup, Select } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { isGrieving } from '../answers.ts';
import { Frame, one, type Screen, type ScreenProps } from './screen.tsx';

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const contactForm = z.object({
  by: oneOf(['app', 'mail']),
  quietFrom: oneOf(HOURS),
  quietTo: oneOf(HOURS),
  requestsOnly: checked,
  contentFree: checked,
  oneToOne: checked,
});

/** 5: how people may reach her, and when not. */
export const contact: Screen = {
  told: ({ contact: told }) => ({
    by: told.by,
    quietFrom: told.quietFrom ?? '',
    quietTo: told.quietTo ?? '',
    requestsOnly: told.requestsOnly ? 'yes' : '',
    contentFree: told.contentFree ? 'yes' : '',
    oneToOne: told.oneToOne ? 'yes' : '',
  }),
  async hear(c, answers) {
    const form = await readForm(c, contactForm);
    if (!form.ok) return form;
    const { by, ...rest } = form.values;
    const errors: Errors = {};
    if (!rest.quietFrom !== !rest.quietTo) {
      errors[rest.quietFrom ? 'quietTo' : 'quietFrom'] = 'onboarding.contact.both';
      return { ok: false, errors, raw: form.raw };
    }
    return { ok: true, part: { contact: { by: by ?? answers.contact.by, ...rest } } };
  },
  View: ContactScreen,
};

function ContactScreen({ page, answers, raw, errors }: ScreenProps) {
  const { t } = page;
  const hours = HOURS.map((value) => ({ value, label: hourName(page, value) }));
  const box = (name: 'requestsOnly' | 'contentFree' | 'oneToOne') => (
    <Checkbox
      page={page}
      name={name}
      label={t(`onboarding.contact.${name}`)}
      hint={t(`onboarding.contact.${name}-hint`)}
      checked={one(raw, name) !== ''}
    />
  );
  const quiet = (name: 'quietFrom' | 'quietTo') => (
    <Select
      page={page}
      name={name}
      label={t(`onboarding.contact.${name}`)}
      empty={t('onboarding.contact.no-quiet')}
      options={hours}
      value={one(raw, name)}
      error={errors?.[name]}
    />
  );
  return (
    <Frame
      page={page}
      step={5}
      title="onboarding.contact.title"
      lead="onboarding.contact.lead"
      answers={answers}
      errors={errors}
      besides={
        !isGrieving(answers) && (
          <Button look="text" name="to" value="offer">
            {t('onboarding.contact.offer')}
          </Button>
        )
      }
    >
      <RadioGroup
        page={page}
        name="by"
        label={t('onboarding.contact.by')}
        options={[
          { value: 'app', label: t('onboarding.contact.by-app') },
          { value: 'mail', label: t('onboarding.contact.by-mail') },
        ]}
        value={one(raw, 'by')}
        error={errors?.by}
      />
      <div class="pair">
        {quiet('quietFrom')}
        {quiet('quietTo')}
      </div>
      {box('requestsOnly')}
      {box('contentFree')}
      {box('oneToOne')}
    </Frame>
  );
}

const hourName = (page: Page, hour: string): string =>
  formatTime({ lang: page.lang, timeZone: 'UTC' }, new Date(`2026-01-05T${hour}:00Z`), 'time');
