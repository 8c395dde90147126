import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { HelpCalendar } from '../calendar.ts';
import type { Particulars } from '../particulars.ts';
import { textIn } from './plan-fields.tsx';

interface Props {
  page: Page;
  calendar: HelpCalendar;
  particulars: Particulars;
  raw?: Record<string, string | string[]>;
  errors: Errors;
  action: string;
  back: string;
}

/** What she likes and where she is: sealed, and shown to whom it says here, when it says here. */
export function WishesPage({ page, calendar, particulars, raw, errors, action, back }: Props) {
  const { t } = page;
  const { wishes, door } = particulars;
  const value = (name: string, kept: string | undefined) => (raw ? textIn(raw, name) : kept);
  const ticked = (name: string, kept: boolean | undefined) => (raw ? textIn(raw, name) !== '' : kept);
  return (
    <Layout page={page} title={t('help-calendars.wishes')} narrow>
      <PageHead
        title={t('help-calendars.wishes')}
        lead={t('help-calendars.wishes-lead')}
        back={{ href: back, label: t('help-calendars.for', { name: calendar.called }) }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={action}>
        <TextArea
          page={page}
          name="likes"
          label={t('help-calendars.likes-yours')}
          hint={t('help-calendars.likes-hint')}
          rows={2}
          value={value('likes', wishes?.likes)}
          error={errors.likes}
          optional
        />
        <TextArea
          page={page}
          name="allergies"
          label={t('help-calendars.allergies')}
          rows={2}
          value={value('allergies', wishes?.allergies)}
          error={errors.allergies}
          optional
        />
        <TextInput
          page={page}
          name="portions"
          label={t('help-calendars.portions')}
          hint={t('help-calendars.portions-hint')}
          value={value('portions', wishes?.portions)}
          maxlength={120}
          error={errors.portions}
          optional
        />
        <Checkbox
          page={page}
          name="leaveAtDoor"
          label={t('help-calendars.leave-at-door')}
          checked={ticked('leaveAtDoor', wishes?.leaveAtDoor)}
        />
        <Checkbox
          page={page}
          name="noVisitors"
          label={t('help-calendars.no-visitors')}
          checked={ticked('noVisitors', wishes?.noVisitors)}
        />
        <Section id="door" title={t('help-calendars.the-door')}>
          <Note icon="lock">{t('help-calendars.the-door-lead')}</Note>
          <TextArea
            page={page}
            name="address"
            label={t('help-calendars.address')}
            rows={2}
            value={value('address', door?.address)}
            error={errors.address}
            optional
          />
          <TextArea
            page={page}
            name="notes"
            label={t('help-calendars.notes')}
            hint={t('help-calendars.notes-hint')}
            rows={2}
            value={value('notes', door?.notes)}
            error={errors.notes}
            optional
          />
        </Section>
        <Actions>
          <Button wide>{t('help-calendars.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
