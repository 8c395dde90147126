import {
  Button,
  ErrorSummary,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { BoundariesKept } from '../../boundaries/index.ts';
import { SHOWN, type Shown } from '../../boundaries/index.ts';
import { QuietHours } from '../../onboarding/index.ts';
import { type Refused, typed } from './new-person-page.tsx';

interface BoundariesProps {
  page: Page;
  kept: BoundariesKept;
  /** What she says her people call her; '': as everybody here. */
  called: string;
  refused?: Refused;
}

const FIELDS = [
  { part: 'visiting', name: 'visiting' },
  { part: 'topics', name: 'topics' },
  { part: 'not-told', name: 'notTold' },
] as const;

/** Her boundaries, each with how far it goes. */
export function BoundariesPage({ page, kept, called, refused }: BoundariesProps) {
  const { t } = page;
  const usual = (part: (typeof FIELDS)[number]['part']): Shown => (part === 'not-told' ? 'nobody' : 'people');
  return (
    <Layout page={page} title={t('people.boundaries')} current="me" narrow>
      <PageHead
        title={t('people.boundaries')}
        lead={t('people.boundaries-lead')}
        back={{ href: '/people', label: t('people.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Form page={page} action="/people/boundaries">
        <Section title={t('people.boundary.quiet')} id="quiet">
          <p class="quiet">{t('people.boundary-hint.quiet')}</p>
          <QuietHours
            page={page}
            from={typed(refused, 'quietFrom', kept.quiet?.said.from)}
            to={typed(refused, 'quietTo', kept.quiet?.said.to)}
            errors={refused?.errors}
          />
          <HowFar
            page={page}
            name="quietShown"
            value={typed(refused, 'quietShown', kept.quiet?.shown ?? 'people')}
          />
        </Section>
        {FIELDS.map(({ part, name }) => (
          <Section title={t(`people.boundary.${part}`)} id={part}>
            <TextArea
              page={page}
              name={name}
              label={t('people.boundary-words')}
              hint={t(`people.boundary-hint.${part}`)}
              rows={3}
              optional
              maxlength={1500}
              value={typed(refused, name, kept[part]?.said)}
              error={refused?.errors[name]}
            />
            <HowFar
              page={page}
              name={`${name}Shown`}
              value={typed(refused, `${name}Shown`, kept[part]?.shown ?? usual(part))}
            />
          </Section>
        ))}
        <Section title={t('people.called')} id="called">
          <TextInput
            page={page}
            name="called"
            label={t('people.called-label')}
            hint={t('people.called-hint')}
            optional
            maxlength={60}
            autocomplete="off"
            value={typed(refused, 'called', called)}
            error={refused?.errors.called}
          />
        </Section>
        <Button>{t('people.boundaries-save')}</Button>
      </Form>
    </Layout>
  );
}

/** How far one goes. */
function HowFar({ page, name, value }: { page: Page; name: string; value: string }) {
  return (
    <Select
      page={page}
      name={name}
      label={page.t('people.shown')}
      options={SHOWN.map((shown) => ({ value: shown, label: page.t(`people.shown.${shown}`) }))}
      value={value}
    />
  );
}
