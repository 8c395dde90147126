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
  RadioGroup,
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
  /** Who may see the door is hers to choose, who looks at this. */
  chooses: boolean;
}

/** What she likes and where she is: sealed, and shown to whom it says here, when it says here. */
export function WishesPage({ page, calendar, particulars, raw, errors, action, back, chooses }: Props) {
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
          {chooses && <WhoSees page={page} calendar={calendar} raw={raw} />}
        </Section>
        <Actions>
          <Button wide>{t('help-calendars.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** Whoever answered our letter, or only those she says yes to; and whether somebody may say it for her. */
function WhoSees({ page, calendar, raw }: Pick<Props, 'page' | 'calendar' | 'raw'>) {
  const { t } = page;
  const somebody = calendar.organiserId !== null || calendar.forOther;
  return (
    <>
      <RadioGroup
        page={page}
        name="doorFor"
        label={t('help-calendars.door-for')}
        options={(['answered', 'known'] as const).map((value) => ({
          value,
          label: t(`help-calendars.door-for.${value}`),
          hint: t(`help-calendars.door-for-hint.${value}`),
        }))}
        value={raw ? textIn(raw, 'doorFor') : calendar.doorFor}
      />
      {somebody && (
        <Checkbox
          page={page}
          name="organiserVouches"
          label={t('help-calendars.organiser-vouches')}
          checked={raw ? textIn(raw, 'organiserVouches') !== '' : calendar.organiserVouches}
        />
      )}
    </>
  );
}
