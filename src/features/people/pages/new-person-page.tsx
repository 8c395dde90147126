import type { Errors, Raw } from '../../../platform/http/index.ts';
import {
  Button,
  ErrorSummary,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import { KINS_OF_ONE } from '../forms.ts';

/** A form that could not be accepted, as it was sent. */
export interface Refused {
  raw: Raw;
  errors: Errors;
}

/** What stands in a field: as typed when the form comes back, else as kept. */
export const typed = (refused: Refused | undefined, name: string, kept = ''): string => {
  const said = refused?.raw[name];
  return typeof said === 'string' ? said : refused ? '' : kept;
};

interface NewPersonProps {
  page: Page;
  /** Circles of hers that are none of her people yet: id and name. */
  circles: [string, string][];
  refused?: Refused;
}

/** Somebody new, in three fields; or a whole circle. */
export function NewPersonPage({ page, circles, refused }: NewPersonProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('people.add')} current="me" narrow>
      <PageHead
        title={t('people.add')}
        lead={t('people.add-lead')}
        back={{ href: '/people', label: t('people.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Form page={page} action="/people">
        <NameKinMail page={page} refused={refused} />
        <Button>{t('people.add-button')}</Button>
      </Form>
      {circles.length > 0 && (
        <Section title={t('people.circle')} id="circle">
          <p class="quiet">{t('people.circle-lead')}</p>
          <Form page={page} action="/people/circles">
            <Select
              page={page}
              name="circle"
              label={t('people.circle-label')}
              empty={t('people.circle-choose')}
              options={circles.map(([value, label]) => ({ value, label }))}
              error={refused?.errors.circle}
            />
            <Button look="plain">{t('people.circle-button')}</Button>
          </Form>
        </Section>
      )}
    </Layout>
  );
}

interface Fields {
  page: Page;
  kept?: { name: string; kin: string; mail: string | null };
  refused?: Refused;
}

/** The three fields. */
export function NameKinMail({ page, kept, refused }: Fields) {
  const { t } = page;
  return (
    <>
      <TextInput
        page={page}
        name="name"
        label={t('people.name')}
        maxlength={80}
        autocomplete="off"
        value={typed(refused, 'name', kept?.name)}
        error={refused?.errors.name}
      />
      <Select
        page={page}
        name="kin"
        label={t('people.kin-label')}
        empty={t('people.kin-choose')}
        options={KINS_OF_ONE.map((kin) => ({ value: kin, label: t(`people.kin.${kin}`) }))}
        value={typed(refused, 'kin', kept?.kin)}
        error={refused?.errors.kin}
      />
      <TextInput
        page={page}
        name="mail"
        type="email"
        label={t('people.mail')}
        hint={t('people.mail-hint')}
        optional
        maxlength={254}
        autocomplete="off"
        value={typed(refused, 'mail', kept?.mail ?? '')}
        error={refused?.errors.mail}
      />
    </>
  );
}
