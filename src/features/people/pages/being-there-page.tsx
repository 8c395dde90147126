import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  TextArea,
} from '../../../ui/index.ts';
import {
  ASPECTS,
  type Aspect,
  type BeingThere,
  promptsFor,
  promptWords,
  type Situation,
} from '../being-there.ts';
import { type Refused, typed } from './new-person-page.tsx';
import { Situations } from './situations.tsx';

interface BeingThereProps {
  page: Page;
  being: BeingThere;
  situation: Situation | null;
  refused?: Refused;
}

const PATH = '/people/how-to-be-there';

/** How to be there for her: gentle prompts to tick, and room for her own words. */
export function BeingTherePage({ page, being, situation, refused }: BeingThereProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('people.how')} current="me">
      <PageHead
        title={t('people.how')}
        lead={t('people.how-lead')}
        back={{ href: '/people', label: t('people.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <p>{t('people.how-situation')}</p>
      <Situations page={page} path={PATH} here={situation} />
      <Form page={page} action={PATH}>
        {situation && <input type="hidden" name="stage" value={situation} />}
        {ASPECTS.map((aspect) => (
          <AspectFields page={page} being={being} situation={situation} aspect={aspect} refused={refused} />
        ))}
        <Actions>
          <Button>{t('people.how-save')}</Button>
          {being.ticked.length > 0 && (
            <Button look="plain" name="turn" value="own">
              {t('people.how-own')}
            </Button>
          )}
        </Actions>
        <p class="quiet">{t('people.how-who')}</p>
      </Form>
    </Layout>
  );
}

/** One heading: the situation's prompts, those she ticked for another, and her own lines. */
function AspectFields({ page, being, situation, aspect, refused }: BeingThereProps & { aspect: Aspect }) {
  const { t } = page;
  const ticked = refused ? [refused.raw.ticked ?? []].flat() : being.ticked;
  const elsewhere = ticked.filter((one) => one.split('.')[1] === aspect);
  const prompts = [...new Set([...(situation ? promptsFor(situation, aspect) : []), ...elsewhere])];
  return (
    <Section title={t(`people.aspect.${aspect}`)} id={aspect}>
      {prompts.length > 0 && (
        <CheckboxGroup
          page={page}
          name="ticked"
          id={`f-ticked-${aspect}`}
          label={t('people.how-tick')}
          column
          options={prompts.map((one) => ({ value: one, label: promptWords(t, one) ?? one }))}
          values={ticked}
        />
      )}
      <TextArea
        page={page}
        name={aspect}
        label={t('people.how-words')}
        hint={t('people.how-words-hint')}
        rows={3}
        optional
        maxlength={3000}
        value={typed(refused, aspect, being.own[aspect])}
        error={refused?.errors[aspect]}
      />
    </Section>
  );
}
