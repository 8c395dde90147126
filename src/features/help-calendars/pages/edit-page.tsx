import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { HelpCalendar } from '../calendar.ts';
import { pathOf } from '../paths.ts';
import { OCCASIONS } from '../words.ts';
import { listIn, textIn } from './plan-fields.tsx';

interface Props {
  page: Page;
  calendar: HelpCalendar;
  raw?: Record<string, string | string[]>;
  errors: Errors;
}

/** What everybody with the link reads: her name here, a few words, links to cards or collections elsewhere. */
export function EditPage({ page, calendar, raw, errors }: Props) {
  const { t } = page;
  const path = pathOf(calendar.calendarId);
  const { occasion, called, said } = calendar;
  const values = raw ?? { occasion, called, said, gifts: calendar.gifts };
  const gifts = listIn(values, 'gifts');
  return (
    <Layout page={page} title={t('help-calendars.edit')} current="ask" narrow>
      <PageHead
        title={t('help-calendars.edit')}
        lead={t('help-calendars.edit-lead')}
        back={{ href: path, label: t('help-calendars.for', { name: called }) }}
      />
      <ErrorSummary page={page} errors={errors} ids={{ gifts: 'f-gifts-0' }} />
      <Form page={page} action={`${path}/edit`}>
        <TextInput
          page={page}
          name="called"
          label={t('help-calendars.called-other')}
          hint={t('help-calendars.called-hint')}
          value={textIn(values, 'called')}
          maxlength={60}
          error={errors.called}
        />
        <RadioGroup
          page={page}
          name="occasion"
          label={t('help-calendars.what-for-other')}
          options={OCCASIONS.map((value) => ({ value, label: t(`help-calendars.occasion.${value}`) }))}
          value={textIn(values, 'occasion')}
          error={errors.occasion}
        />
        <TextArea
          page={page}
          name="said"
          label={t('help-calendars.said')}
          hint={t('help-calendars.said-hint')}
          rows={3}
          value={textIn(values, 'said')}
          error={errors.said}
          optional
        />
        {[0, 1, 2].map((i) => (
          <TextInput
            page={page}
            name="gifts"
            id={`f-gifts-${i}`}
            type="url"
            label={t('help-calendars.gift', { number: i + 1 })}
            hint={i === 0 ? t('help-calendars.gift-hint') : undefined}
            value={gifts[i]}
            maxlength={500}
            placeholder="https://"
            error={i === 0 ? errors.gifts : undefined}
            optional
          />
        ))}
        <Actions>
          <Button>{t('help-calendars.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
