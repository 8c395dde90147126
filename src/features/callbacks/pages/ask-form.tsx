import { newId } from '../../../platform/crypto/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  RadioGroup,
  TextArea,
  TextInput,
  Unsent,
} from '../../../ui/index.ts';
import { CareNote } from '../../danger/index.ts';
import type { HelplineShown } from '../../helplines/index.ts';
import { ABOUT } from '../forms.ts';
import type { Promised } from '../promise.ts';
import { LinesNow } from './lines-now.tsx';
import { ReachFields } from './reach-fields.tsx';
import { promiseSaid } from './saying.ts';

export interface Spoken {
  language: string;
  /** Null: nobody on the rota speaks it. */
  promise: Promised | null;
}

interface Props {
  page: Page;
  spoken: Spoken[];
  /** Somebody here answers calls at all. */
  offered: boolean;
  name: string;
  /** What it is about, when she came from somewhere that knows. */
  about: string[];
  /** Somebody offered to call her. */
  thoughtOf: boolean;
  lines: HelplineShown[];
  refused?: { raw: Raw; errors: Errors };
}

/** What is promised stands above what is asked, and beside it who answers now. */
export function AskForm({ page, spoken, offered, name, about, thoughtOf, lines, refused }: Props) {
  const { t } = page;
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  const errors = refused?.errors;
  return (
    <Layout page={page} title={t('callbacks.ask')} current="ask" narrow>
      <PageHead
        title={t('callbacks.ask')}
        lead={t('callbacks.ask-lead')}
        back={{ href: '/ask', label: t('asks.doors.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      {thoughtOf && <Offered page={page} />}
      <Note tone="warm" icon="help">
        <LinesNow page={page} lines={lines} />
      </Note>
      {!offered ? (
        <EmptyState title={t('callbacks.none-here')} drawing="porch">
          <p>{t('callbacks.none-here-lead')}</p>
        </EmptyState>
      ) : (
        <Form page={page} action="/callbacks/new">
          <input type="hidden" name="key" value={typed('key') || newId()} />
          <RadioGroup
            page={page}
            name="language"
            label={t('callbacks.language')}
            hint={t('callbacks.language-hint')}
            options={spoken.map(({ language, promise }) => ({
              value: language,
              label: t(`words.language.${language as 'en'}`),
              hint: promiseSaid(page, promise),
            }))}
            value={typed('language') || (spoken.find(({ promise }) => promise) ?? spoken[0])?.language}
            error={errors?.language}
          />
          <TextInput
            page={page}
            name="name"
            label={t('callbacks.name')}
            hint={t('callbacks.name-hint')}
            autocomplete="given-name"
            value={refused ? typed('name') : name.split(' ')[0]}
            error={errors?.name}
          />
          <ReachFields page={page} raw={refused?.raw} errors={errors} />
          <CheckboxGroup
            page={page}
            name="topics"
            label={t('callbacks.about')}
            hint={t('callbacks.about-hint')}
            optional
            options={ABOUT.map((topic) => ({ value: topic, label: t(`words.topic.${topic}`) }))}
            values={[refused ? (refused.raw.topics ?? []) : about].flat()}
            error={errors?.topics}
          />
          <TextArea
            page={page}
            name="line"
            label={t('callbacks.line')}
            hint={t('callbacks.line-hint')}
            optional
            rows={2}
            maxlength={300}
            value={typed('line')}
            error={errors?.line}
          />
          <CareNote page={page} />
          <p class="quiet">{t('callbacks.who-sees')}</p>
          <Unsent page={page} />
          <Actions>
            <Button icon="phone">{t('callbacks.ask-now')}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}

/** Somebody thought of her. Whether there is a call is hers to say, and a no is as good. */
function Offered({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Note>
      <p>{t('callbacks.offer-text')}</p>
      <Form page={page} action="/callbacks/offer/refusal" inline>
        <Button look="plain">{t('callbacks.offer-no')}</Button>
      </Form>
    </Note>
  );
}
