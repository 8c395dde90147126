import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  TextInput,
} from '../../../ui/index.ts';
import { type Circle, circleName, whereOf } from '../../circles/index.ts';

interface MergingProps {
  page: Page;
  circle: Circle;
  /** Quiet circles it could go on with; null: it is too lively itself, or too large. */
  others: Circle[] | null;
  raw?: Raw;
  errors?: Errors;
}

/** A facilitator proposes that her quiet circle goes on together with another. */
export function MergingPage({ page, circle, others, raw, errors }: MergingProps) {
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  return (
    <Layout page={page} title={t('cohorts.merging')} current="circles" narrow>
      <PageHead
        title={t('cohorts.merging')}
        lead={t('cohorts.merging-lead')}
        back={{ href: `${path}/settings`, label: circleName(page, circle) }}
      />
      <ErrorSummary page={page} errors={errors} />
      {others === null || others.length === 0 ? (
        <EmptyState drawing="chairs" title={t('cohorts.merging-none')}>
          <p>{t(others === null ? 'cohorts.merging-lively' : 'cohorts.merging-nobody')}</p>
        </EmptyState>
      ) : (
        <Form page={page} action={`${path}/merging`}>
          <MergeFields page={page} others={others} name="other" raw={raw} errors={errors} />
          <p class="quiet">{t('cohorts.merging-next')}</p>
          <Actions>
            <Button>{t('cohorts.merging-ask')}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}

interface MergeFieldsProps {
  page: Page;
  others: Circle[];
  name: string;
  raw?: Raw;
  errors?: Errors;
}

const one = (raw: Raw | undefined, name: string): string => String(raw?.[name] ?? '');

function MergeFields({ page, others, name, raw, errors }: MergeFieldsProps) {
  const { t } = page;
  return (
    <>
      <ChooseQuiet
        page={page}
        others={others}
        name={name}
        label={t('cohorts.merging-with')}
        raw={raw}
        errors={errors}
      />
      <NewName page={page} raw={raw} errors={errors} />
    </>
  );
}

/** One of some quiet circles. */
export function ChooseQuiet({
  page,
  others,
  name,
  label,
  raw,
  errors,
}: MergeFieldsProps & { label: string }) {
  return (
    <RadioGroup
      page={page}
      name={name}
      label={label}
      options={others.map((circle) => ({
        value: circle.circleId,
        label: circleName(page, circle),
        hint: whereOf(page, circle),
      }))}
      value={one(raw, name)}
      error={errors?.[name]}
    />
  );
}

/** What the circle is called in which two go on. */
export function NewName({ page, raw, errors }: Pick<MergeFieldsProps, 'page' | 'raw' | 'errors'>) {
  return (
    <TextInput
      page={page}
      name="name"
      label={page.t('cohorts.merging-name')}
      hint={page.t('cohorts.merging-name-hint')}
      value={one(raw, 'name')}
      error={errors?.name}
      maxlength={80}
    />
  );
}
