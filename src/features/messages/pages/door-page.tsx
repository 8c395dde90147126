import type { Raw } from '../../../platform/http/index.ts';
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
  TextInput,
} from '../../../ui/index.ts';
import type { OwnDoor } from '../door.ts';
import { DOORS } from '../forms.ts';

interface DoorPageProps {
  page: Page;
  door: OwnDoor;
  /** 'YYYY-MM-DD' where she is. */
  today: string;
  refused?: { raw: Raw; errors: Errors };
}

/** How her door stands today: "I can't right now" is over by itself after its day. */
export const doorNow = ({ closed, awayUntil }: OwnDoor, today: string): (typeof DOORS)[number] =>
  closed ? 'closed' : awayUntil && awayUntil >= today ? 'away' : 'open';

/** Open, not right now, or closed. */
export function DoorPage({ page, door, today, refused }: DoorPageProps) {
  const { t } = page;
  const stands = doorNow(door, today);
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  return (
    <Layout page={page} title={t('messages.door')} current="me" narrow>
      <PageHead
        title={t('messages.door')}
        lead={t('messages.door-lead')}
        back={{ href: '/messages', label: t('messages.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Form page={page} action="/messages/door">
        <RadioGroup
          page={page}
          name="door"
          label={t('messages.door-question')}
          column
          options={DOORS.map((value) => ({
            value,
            label: t(`messages.door.${value}`),
            hint: t(`messages.door-hint.${value}`),
          }))}
          value={refused ? typed('door') : stands}
          error={refused?.errors.door}
        />
        <TextInput
          page={page}
          name="until"
          type="date"
          label={t('messages.until')}
          hint={t('messages.until-hint')}
          optional
          min={today}
          value={refused ? typed('until') : stands === 'away' ? (door.awayUntil ?? '') : ''}
          error={refused?.errors.until}
        />
        <Actions>
          <Button>{t('messages.door-save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
