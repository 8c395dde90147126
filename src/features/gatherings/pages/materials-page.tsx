import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  type Errors,
  Form,
  Icon,
  Layout,
  type Page,
  PageHead,
  PostText,
  Section,
  Stack,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { Gathering } from '../gathering.ts';
import type { Material } from '../materials.ts';

interface Props {
  page: Page;
  gathering: Gathering;
  materials: Material[];
  runs: boolean;
  raw?: Raw;
  errors?: Errors;
}

/** What is handed out to those who have a place. */
export function MaterialsPage(p: Props) {
  const { page, gathering, materials, errors } = p;
  const { t } = page;
  return (
    <Layout page={page} title={t('coming.materials')} current="calendar">
      <PageHead
        title={t('coming.materials')}
        lead={t('coming.materials-lead')}
        back={{ href: `/gatherings/${gathering.gatheringId}`, label: gathering.title }}
      />
      <ErrorSummary page={page} errors={errors} />
      {materials.length === 0 && <p class="quiet">{t('coming.materials-none')}</p>}
      <Stack list>
        {materials.map((material) => (
          <Handout {...p} material={material} />
        ))}
      </Stack>
      {p.runs && <Adding {...p} />}
    </Layout>
  );
}

function Handout({ page, gathering, runs, material }: Props & { material: Material }) {
  const { t } = page;
  const { materialId, title, link, note } = material;
  return (
    <Card as="li">
      <h2>
        {link ? (
          <a href={link} rel="noopener noreferrer">
            {title} <Icon name="external" size={18} />
          </a>
        ) : (
          title
        )}
      </h2>
      {link && <p class="quiet">{new URL(link).host}</p>}
      {note && <PostText text={note} />}
      {runs && (
        <Form
          page={page}
          action={`/gatherings/${gathering.gatheringId}/materials/${materialId}/removal`}
          inline
        >
          <Button look="text" label={t('coming.material-remove-named', { title })}>
            {t('coming.material-remove')}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function Adding({ page, gathering, raw, errors }: Props) {
  const { t } = page;
  const typed = (name: string) => [raw?.[name] ?? ''].flat()[0];
  return (
    <Section title={t('coming.material-add')} id="add">
      <Form page={page} action={`/gatherings/${gathering.gatheringId}/materials`}>
        <TextInput
          page={page}
          name="title"
          label={t('coming.material-title')}
          value={typed('title')}
          error={errors?.title}
        />
        <TextInput
          page={page}
          name="link"
          type="url"
          label={t('coming.material-link')}
          hint={t('coming.material-link-hint')}
          value={typed('link')}
          error={errors?.link}
          optional
        />
        <TextArea
          page={page}
          name="note"
          label={t('coming.material-note')}
          rows={4}
          value={typed('note')}
          error={errors?.note}
          optional
        />
        <Actions>
          <Button>{t('coming.material-keep')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
