import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { OCCASIONS, TASKS, tasksFor } from '../words.ts';
import { PlanFields, textIn } from './plan-fields.tsx';

interface Props {
  page: Page;
  raw: Record<string, string | string[]>;
  errors: Errors;
  friends: { memberId: string; name: string }[];
  /** She grieves: nothing here speaks of a baby. */
  gentle: boolean;
}

/** Making one: four questions, most of them answered already. */
export function MakePage({ page, raw, errors, friends, gentle }: Props) {
  const { t } = page;
  const whose = textIn(raw, 'for');
  const mine = whose !== 'member' && whose !== 'other';
  const occasions = gentle ? OCCASIONS.filter((one) => one !== 'birth' && one !== 'nicu') : OCCASIONS;
  return (
    <Layout page={page} title={t('help-calendars.make')} current="ask" narrow>
      <PageHead
        title={t(mine ? 'help-calendars.make' : 'help-calendars.make-for-other')}
        lead={t(mine ? 'help-calendars.make-lead' : 'help-calendars.make-for-other-lead')}
        back={{ href: '/help-calendars', label: t('help-calendars.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/help-calendars">
        <input type="hidden" name="for" value={mine ? 'me' : whose} />
        {whose === 'member' && (
          <Select
            page={page}
            name="member"
            label={t('help-calendars.which-friend')}
            hint={t('help-calendars.which-friend-hint')}
            empty={t('help-calendars.choose')}
            options={friends.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            value={textIn(raw, 'member')}
            error={errors.member}
          />
        )}
        <RadioGroup
          page={page}
          name="occasion"
          label={t(mine ? 'help-calendars.what-for' : 'help-calendars.what-for-other')}
          options={occasions.map((value) => ({ value, label: t(`help-calendars.occasion.${value}`) }))}
          value={textIn(raw, 'occasion')}
          error={errors.occasion}
        />
        <PlanFields
          page={page}
          raw={raw}
          errors={errors}
          tasks={gentle ? tasksFor('loss') : TASKS}
          hers={mine}
        />
        <TextInput
          page={page}
          name="called"
          label={t(mine ? 'help-calendars.called' : 'help-calendars.called-other')}
          hint={t('help-calendars.called-hint')}
          value={textIn(raw, 'called')}
          maxlength={60}
          error={errors.called}
        />
        {!mine && <WhoAsks page={page} raw={raw} errors={errors} byLetter={whose === 'other'} />}
        <TextArea
          page={page}
          name="said"
          label={t(mine ? 'help-calendars.said' : 'help-calendars.said-other')}
          hint={t('help-calendars.said-hint')}
          rows={3}
          value={textIn(raw, 'said')}
          error={errors.said}
          optional
        />
        <Actions>
          <Button wide>{t(mine ? 'help-calendars.make-now' : 'help-calendars.ask-her')}</Button>
        </Actions>
      </Form>
      {mine ? <ForOthers page={page} /> : <Note icon="lock">{t('help-calendars.asked-first')}</Note>}
    </Layout>
  );
}

const ForOthers = ({ page: { t } }: { page: Page }) => (
  <p class="quiet">
    {t('help-calendars.for-somebody')}{' '}
    <a href="/help-calendars/new?for=member">{t('help-calendars.for-member')}</a>
    {' · '}
    <a href="/help-calendars/new?for=other">{t('help-calendars.for-other')}</a>
  </p>
);

/** By what name whoever plans it is known to her, and, where she has no account, where her letter goes. */
function WhoAsks({
  page,
  raw,
  errors,
  byLetter,
}: Pick<Props, 'page' | 'raw' | 'errors'> & { byLetter: boolean }) {
  const { t } = page;
  return (
    <>
      <TextInput
        page={page}
        name="setUpBy"
        label={t('help-calendars.your-name')}
        hint={t('help-calendars.set-up-hint')}
        value={textIn(raw, 'setUpBy')}
        maxlength={60}
        error={errors.setUpBy}
      />
      {byLetter && (
        <TextInput
          page={page}
          name="herMail"
          type="email"
          label={t('help-calendars.her-mail')}
          hint={t('help-calendars.her-mail-hint')}
          value={textIn(raw, 'herMail')}
          maxlength={200}
          error={errors.herMail}
          optional
        />
      )}
    </>
  );
}
