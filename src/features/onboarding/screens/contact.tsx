import { z } from 'zod';
import { checked, oneOf, readForm } from '../../../platform/http/index.ts';
import { Button, Checkbox, RadioGroup } from '../../../ui/index.ts';
import { isGrieving } from '../answers.ts';
import { HOURS, halfSaid, QuietHours } from './quiet-hours.tsx';
import { Frame, one, type Screen, type ScreenProps } from './screen.tsx';

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
    const errors = halfSaid(rest);
    if (errors) return { ok: false, errors, raw: form.raw };
    return { ok: true, part: { contact: { by: by ?? answers.contact.by, ...rest } } };
  },
  View: ContactScreen,
};

function ContactScreen({ page, answers, raw, errors }: ScreenProps) {
  const { t } = page;
  const box = (name: 'requestsOnly' | 'contentFree' | 'oneToOne') => (
    <Checkbox
      page={page}
      name={name}
      label={t(`onboarding.contact.${name}`)}
      hint={t(`onboarding.contact.${name}-hint`)}
      checked={one(raw, name) !== ''}
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
      <QuietHours page={page} from={one(raw, 'quietFrom')} to={one(raw, 'quietTo')} errors={errors} />
      {box('requestsOnly')}
      {box('contentFree')}
      {box('oneToOne')}
    </Frame>
  );
}
