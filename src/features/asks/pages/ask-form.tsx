import { HELP_THINGS, NEEDED } from '../../../matching/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  Disclosure,
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
  Unsent,
} from '../../../ui/index.ts';
import { CareNote } from '../../safety/index.ts';
import { WORDS_MOST } from '../forms.ts';
import { type Door, thingsFor, WANTED, type Wanted } from '../needs.ts';
import type { Whom } from '../whom.ts';
import { AtHand } from './at-hand.tsx';
import { WhomField } from './whom-field.tsx';

interface Props {
  page: Page;
  door: Door;
  whom: Whom;
  /** She told us of a loss. */
  gentle: boolean;
  /** Her place is known: those near can be found. */
  placed: boolean;
  newKey: string;
  /** What a step of her plan brought along: its line is written already. */
  wanted?: Wanted;
  refused?: { raw: Raw; errors: Errors };
}

/** One line of hers and a tap. Everything else has its likely answer already. */
export function AskForm({ page, door, whom, gentle, placed, newKey, wanted, refused }: Props) {
  const { t } = page;
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  const sort = gentle ? 'gentle' : 'plain';
  return (
    <Layout page={page} title={t(`asks.door.${door}`)} current="ask" narrow>
      <PageHead
        title={t(`asks.door.${door}`)}
        lead={t(`asks.form-lead.${door}`)}
        back={{ href: '/ask', label: t('asks.doors.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      {door === 'answer' && <AtHand page={page} />}
      <Form page={page} action={`/ask/${door}`}>
        <input type="hidden" name="key" value={typed('key') || newKey} />
        <TextArea
          page={page}
          name="words"
          label={t(`asks.words.${door}`)}
          hint={t('asks.words-hint')}
          placeholder={t(`asks.words-like.${sort}.${door}`)}
          rows={2}
          maxlength={WORDS_MOST}
          keepDraft
          value={refused || !wanted ? typed('words') : t(`help.note.${wanted}`)}
          error={refused?.errors.words}
        />
        <CareNote page={page} />
        {door === 'hand' && (
          <RadioGroup
            page={page}
            name="thing"
            label={t('asks.thing')}
            optional
            options={thingsFor(gentle, HELP_THINGS).map((value) => ({
              value,
              label: t(`asks.thing.${value}`),
            }))}
            value={typed('thing') || (wanted && (WANTED[wanted] ?? undefined))}
            error={refused?.errors.thing}
          />
        )}
        <When page={page} door={door} refused={refused} />
        <WhomField page={page} door={door} whom={whom} refused={refused} />
        {!placed && door === 'hand' && <Note icon="place">{t('asks.no-place')}</Note>}
        {door === 'hand' && <More page={page} refused={refused} />}
        {wanted && (
          <p class="quiet">
            <a href={`/help/note?want=${wanted}`}>{t('asks.as-note')}</a>
          </p>
        )}
        <Unsent page={page} />
        <Actions>
          <Button>{t('asks.ask')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

function When({ page, door, refused }: Pick<Props, 'page' | 'door' | 'refused'>) {
  const { t } = page;
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  return (
    <>
      <RadioGroup
        page={page}
        name="needed"
        label={t('asks.when')}
        options={NEEDED.map((value) => ({ value, label: t(`asks.needed.${value}`) }))}
        value={typed('needed') || (door === 'listen' ? 'today' : 'week')}
        error={refused?.errors.needed}
      />
      <Disclosure
        summary={t('asks.at')}
        open={typed('needed') === 'at' || refused?.errors.date !== undefined}
      >
        <div class="split">
          <TextInput
            page={page}
            name="date"
            type="date"
            label={t('asks.at-date')}
            value={typed('date')}
            error={refused?.errors.date}
          />
          <TextInput page={page} name="time" type="time" label={t('asks.at-time')} value={typed('time')} />
        </div>
      </Disclosure>
    </>
  );
}

function More({ page, refused }: Pick<Props, 'page' | 'refused'>) {
  const { t } = page;
  return (
    <Disclosure summary={t('asks.more')} open={Boolean(refused?.raw.noVisits || refused?.errors.wants)}>
      <Checkbox
        page={page}
        name="noVisits"
        label={t('asks.no-visits')}
        hint={t('asks.no-visits-hint')}
        checked={Boolean(refused?.raw.noVisits)}
      />
      <Select
        page={page}
        name="wants"
        label={t('asks.wants')}
        hint={t('asks.wants-hint')}
        options={['1', '2', '3'].map((value) => ({ value, label: value }))}
        value={[refused?.raw.wants ?? '1'].flat()[0]}
        error={refused?.errors.wants}
      />
    </Disclosure>
  );
}
