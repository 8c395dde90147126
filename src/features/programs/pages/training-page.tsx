import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Card,
  Disclosure,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Stack,
  TextInput,
} from '../../../ui/index.ts';
import type { Program, TrainingItem } from '../program.ts';

interface Refused {
  /** Which item was typed wrong; null: the new one. */
  item: string | null;
  raw: Raw;
  errors: Errors;
}

interface Props {
  page: Page;
  program: Program;
  refused?: Refused;
}

/** The training checklist: what a mentor goes through, in its order. */
export function TrainingPage({ page, program, refused }: Props) {
  const { t } = page;
  const adding = refused?.item === null ? refused : undefined;
  return (
    <Layout page={page} title={t('programs.training.title')} current="me" narrow>
      <PageHead
        title={t('programs.training.title')}
        lead={t('programs.training.lead')}
        back={{ href: `/community/programs/${program.id}`, label: program.name }}
      />
      <ErrorSummary
        page={page}
        errors={refused?.errors}
        ids={refused?.item ? { name: `f-name-${refused.item}` } : undefined}
      />
      {!program.needs.training && <Note>{t('programs.training.not-needed')}</Note>}
      <Stack list>
        {program.training.map((item, i) => (
          <ItemCard page={page} program={program} item={item} first={i === 0} refused={refused} />
        ))}
      </Stack>
      <Section id="add" title={t('programs.training.add')}>
        <Form page={page} action={`/community/programs/${program.id}/training`}>
          <TextInput
            page={page}
            name="name"
            label={t('programs.training.name')}
            maxlength={160}
            value={adding ? String(adding.raw.name ?? '') : ''}
            error={adding?.errors.name}
          />
          <Actions>
            <Button look="plain">{t('programs.training.add-one')}</Button>
          </Actions>
        </Form>
      </Section>
    </Layout>
  );
}

function ItemCard(p: Props & { item: TrainingItem; first: boolean }) {
  const { page, program, item } = p;
  const { t } = page;
  const here = `/community/programs/${program.id}/training/${item.id}`;
  const refused = p.refused?.item === item.id ? p.refused : undefined;
  return (
    <Card as="li">
      <h2>{item.name}</h2>
      <Disclosure summary={t('programs.training.change')} open={refused !== undefined} calm>
        <Form page={page} action={here}>
          <TextInput
            page={page}
            name="name"
            id={`f-name-${item.id}`}
            label={t('programs.training.name')}
            maxlength={160}
            value={refused ? String(refused.raw.name ?? '') : item.name}
            error={refused?.errors.name}
          />
          <Actions>
            <Button look="plain">{t('programs.keep')}</Button>
            {!p.first && (
              <Button look="text" formaction={`${here}/earlier`} formnovalidate>
                {t('programs.earlier')}
              </Button>
            )}
            <Button look="text" formaction={`${here}/removal`} formnovalidate>
              {t('programs.training.remove')}
            </Button>
          </Actions>
        </Form>
      </Disclosure>
    </Card>
  );
}
