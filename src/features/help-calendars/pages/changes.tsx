import { Actions, Button, Card, Form, type Page } from '../../../ui/index.ts';
import type { HelpCalendar } from '../calendar.ts';
import type { Particulars } from '../particulars.ts';

interface Props {
  page: Page;
  calendar: HelpCalendar;
  asked: Particulars['asked'];
  path: string;
}

/** What whoever set it up has said otherwise since her yes, and what they would like to set: hers to keep or not. */
export const Changes = ({ page, calendar, asked, path }: Props) => (
  <>
    {calendar.before && <Reworded page={page} calendar={calendar} before={calendar.before} path={path} />}
    {asked && <Proposed page={page} asked={asked} path={path} />}
  </>
);

function Reworded({
  page,
  calendar,
  before,
  path,
}: Omit<Props, 'asked'> & { before: NonNullable<HelpCalendar['before']> }) {
  const { t } = page;
  const lines = [
    [t('help-calendars.called-other'), before.called, calendar.called],
    [
      t('help-calendars.what-for-other'),
      t(`help-calendars.occasion.${before.occasion}`),
      t(`help-calendars.occasion.${calendar.occasion}`),
    ],
    [t('help-calendars.said-other'), before.said, calendar.said],
    [t('help-calendars.gift-links'), before.gifts.join(' '), calendar.gifts.join(' ')],
  ].filter(([, was, is]) => was !== is);
  return (
    <Card lit as="section" labelledby="changed">
      <h2 id="changed">{t('help-calendars.changed-title')}</h2>
      <p class="quiet">{t('help-calendars.changed-lead')}</p>
      <dl class="help-wishes">
        {lines.map(([label, was, is]) => (
          <div>
            <dt>{label}</dt>
            <dd>{t('help-calendars.changed-from', { was: was || '–', is: is || '–' })}</dd>
          </div>
        ))}
      </dl>
      <Answers page={page} path={path} what="words" yes="changed-keep" no="changed-undo" />
    </Card>
  );
}

function Proposed({ page, asked, path }: { page: Page; asked: NonNullable<Props['asked']>; path: string }) {
  const { t } = page;
  const { wishes, door } = asked;
  const lines: [string, string][] = [
    [t('help-calendars.address'), door.address],
    [t('help-calendars.notes'), door.notes],
    [t('help-calendars.likes'), wishes.likes],
    [t('help-calendars.allergies'), wishes.allergies],
    [t('help-calendars.portions'), wishes.portions],
    [t('help-calendars.at-the-door'), wishes.leaveAtDoor ? t('help-calendars.leave-at-door') : ''],
    [t('help-calendars.visits'), wishes.noVisitors ? t('help-calendars.no-visitors') : ''],
  ];
  return (
    <Card lit as="section" labelledby="proposed">
      <h2 id="proposed">{t('help-calendars.proposed-title')}</h2>
      <p class="quiet">{t('help-calendars.proposed-lead')}</p>
      <dl class="help-wishes">
        {lines.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      <Answers page={page} path={path} what="door" yes="proposed-yes" no="proposed-no" />
    </Card>
  );
}

function Answers({
  page,
  path,
  what,
  yes,
  no,
}: {
  page: Page;
  path: string;
  what: 'words' | 'door';
  yes: 'changed-keep' | 'proposed-yes';
  no: 'changed-undo' | 'proposed-no';
}) {
  return (
    <Form page={page} action={`${path}/change`}>
      <input type="hidden" name="what" value={what} />
      <Actions>
        <Button look="plain" name="answer" value="yes">
          {page.t(`help-calendars.${yes}`)}
        </Button>
        <Button look="text" name="answer" value="no">
          {page.t(`help-calendars.${no}`)}
        </Button>
      </Actions>
    </Form>
  );
}
