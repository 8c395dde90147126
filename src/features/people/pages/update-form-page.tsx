import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  TextArea,
} from '../../../ui/index.ts';
import type { Situation } from '../being-there.ts';
import { updatePath } from '../paths.ts';
import type { Person } from '../person.ts';
import { beginningFor, beginningsFor } from '../situation.ts';
import { TEXT_MOST, type Update } from '../update.ts';
import { type Refused, typed } from './new-person-page.tsx';
import { Situations } from './situations.tsx';

interface UpdateFormProps {
  page: Page;
  /** The one that is changed; undefined: a new one. */
  update?: Update;
  /** Whom she chose for it. */
  chosen?: Set<string>;
  /** Those of her people who may see updates. */
  people: Person[];
  situation: Situation | null;
  beginning: string;
  refused?: Refused;
}

/** Writing news: the words, what the letter says, and for whom. What was told keeps its readers. */
export function UpdateFormPage(p: UpdateFormProps) {
  const { page, update, people, refused } = p;
  const { t } = page;
  const told = update?.toldAt != null;
  const title = t(update ? 'people.update-edit' : 'people.update-new');
  const back = update
    ? { href: updatePath(update.updateId), label: t('people.back') }
    : { href: '/people/updates', label: t('people.updates') };
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead
        title={title}
        lead={told ? t('people.update-edit-told') : t('people.update-lead')}
        back={back}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      {people.length === 0 && !told ? (
        <EmptyState drawing="letter" title={t('people.nobody-sees')}>
          <p>{t('people.nobody-sees-lead')}</p>
          <ButtonLink href="/people">{t('people.title')}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          {!update && <Beginnings page={page} situation={p.situation} open={p.beginning !== ''} />}
          <Form page={page} action={update ? `${updatePath(update.updateId)}/edit` : '/people/updates'}>
            <TextArea
              page={page}
              name="text"
              label={t('people.update-text')}
              hint={t('people.update-hint')}
              rows={6}
              maxlength={TEXT_MOST}
              value={typed(refused, 'text', update?.text ?? p.beginning)}
              error={refused?.errors.text}
            />
            {!told && <ForWhom {...p} />}
            <Actions>
              <Button>{t(told ? 'people.save' : 'people.update-preview')}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Layout>
  );
}

function ForWhom({ page, update, chosen, people, refused }: UpdateFormProps) {
  const { t } = page;
  // Of a new one everybody is ticked: what is shown is what will be, with no second question to forget.
  const readers = refused
    ? [refused.raw.readers ?? []].flat()
    : [...(chosen ?? people.map(({ personId }) => personId))];
  return (
    <>
      <CheckboxGroup
        page={page}
        name="readers"
        label={t('people.readers')}
        hint={t('people.readers-hint')}
        options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        values={readers}
        error={refused?.errors.readers}
      />
      <RadioGroup
        page={page}
        name="letter"
        label={t('people.letter')}
        options={(['discreet', 'whole'] as const).map((value) => ({
          value,
          label: t(`people.letter.${value}`),
          hint: t(`people.letter-hint.${value}`),
        }))}
        value={typed(refused, 'letter', update && !update.discreet ? 'whole' : 'discreet')}
        error={refused?.errors.letter}
      />
    </>
  );
}

/** First words for those who have none just now. A tap fills the field below; nothing typed there is kept then. */
function Beginnings({ page, situation, open }: { page: Page; situation: Situation | null; open: boolean }) {
  const { t } = page;
  const path = '/people/updates/new';
  return (
    <Disclosure summary={t('people.begin')} open={open || page.path.includes('stage=')}>
      <Situations page={page} path={path} here={situation} />
      {situation && (
        <ul class="flow">
          {beginningsFor(situation).map((one) => (
            <li>
              <a href={`${path}?stage=${situation}&begin=${one}`}>{beginningFor(t, one)}</a>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
