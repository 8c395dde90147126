import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  ErrorSummary,
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
import { SIGHTS } from '../forms.ts';
import { pathOf } from '../paths.ts';
import type { Person } from '../person.ts';
import { GiveLink } from './give-link.tsx';
import { NameKinMail, type Refused, typed } from './new-person-page.tsx';

interface PersonProps {
  page: Page;
  person: Person;
  /** The whole address of the open link; null: there is none. */
  link: string | null;
  refused?: Refused;
}

/** One of her people: what they see, the link to give, and what she keeps about them. */
export function PersonPage({ page, person, link, refused }: PersonProps) {
  const { t } = page;
  const { name } = person;
  return (
    <Layout page={page} title={name} current="me">
      <PageHead
        title={name}
        lead={t(`people.kin.${person.kin}`)}
        back={{ href: '/people', label: t('people.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      {person.notMe && (
        <Note tone="warm" icon="alert">
          <p>{t('people.not-me-lead', { name })}</p>
        </Note>
      )}
      <Sight page={page} person={person} />
      {person.circleId ? (
        <p class="quiet">{t('people.circle-members')}</p>
      ) : (
        <>
          <GiveLink page={page} person={person} link={link} />
          <About page={page} person={person} refused={refused} />
        </>
      )}
      <section class="section rule">
        <p class="quiet">{t('people.remove-lead')}</p>
        <ButtonLink
          href={`${pathOf(person.personId)}/removal`}
          look="text"
          label={t('people.remove-name', { name })}
        >
          {t('people.remove')}
        </ButtonLink>
      </section>
    </Layout>
  );
}

function Sight({ page, person }: Pick<PersonProps, 'page' | 'person'>) {
  const { t } = page;
  const ticked = { help: person.seesHelp, updates: person.seesUpdates, how: person.seesHow };
  return (
    <Section title={t('people.sight', { name: person.name })} id="sight">
      <Form page={page} action={`${pathOf(person.personId)}/sight`}>
        <CheckboxGroup
          page={page}
          name="sees"
          label={t('people.sight-label')}
          hint={t('people.sight-hint')}
          column
          options={SIGHTS.map((sight) => ({
            value: sight,
            label: t(`people.sees.${sight}`),
            hint: t(`people.sees-hint.${sight}`),
          }))}
          values={SIGHTS.filter((sight) => ticked[sight])}
        />
        <Actions>
          <Button>{t('people.sight-save')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function About({ page, person, refused }: Omit<PersonProps, 'link'>) {
  const { t } = page;
  return (
    <Section title={t('people.about', { name: person.name })} id="about" aside={t('people.about-aside')}>
      <Form page={page} action={pathOf(person.personId)}>
        <NameKinMail page={page} kept={person} refused={refused} />
        <RadioGroup
          page={page}
          name="locale"
          label={t('people.locale')}
          options={(['en', 'es'] as const).map((value) => ({ value, label: t(`words.language.${value}`) }))}
          value={typed(refused, 'locale', person.locale ?? '')}
          error={refused?.errors.locale}
        />
        <TextInput
          page={page}
          name="phone"
          type="tel"
          label={t('people.phone')}
          hint={t('people.phone-hint')}
          optional
          maxlength={40}
          autocomplete="off"
          value={typed(refused, 'phone', person.phone ?? '')}
          error={refused?.errors.phone}
        />
        <TextArea
          page={page}
          name="note"
          label={t('people.note')}
          hint={t('people.note-hint')}
          rows={2}
          optional
          maxlength={1000}
          value={typed(refused, 'note', person.note)}
          error={refused?.errors.note}
        />
        <Actions>
          <Button look="plain">{t('people.save')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
