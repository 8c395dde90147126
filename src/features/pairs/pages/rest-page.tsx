import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  TextInput,
} from '../../../ui/index.ts';
import type { Pair } from '../pair.ts';

interface Props {
  page: Page;
  /** Where she came from, and all she mentors in the same program. */
  pair: Pair;
  mentored: Pair[];
  raw: Raw;
  errors?: Errors;
}

/** "Not this month": until when, and what becomes of those who count on her. */
export function RestPage({ page, pair, mentored, raw, errors }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('pairs.rest')} current="me" narrow>
      <PageHead
        title={t('pairs.rest')}
        lead={t('pairs.resting.lead')}
        back={{ href: `/pairs/${pair.id}`, label: pair.otherName }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`/pairs/${pair.id}/rest`}>
        <TextInput
          page={page}
          name="until"
          type="date"
          label={t('pairs.resting.until')}
          hint={t('pairs.resting.until-hint')}
          value={String(raw.until ?? '')}
          error={errors?.until}
        />
        <CheckboxGroup
          page={page}
          name="over"
          label={t('pairs.resting.over')}
          hint={t('pairs.resting.over-hint')}
          options={mentored.map(({ id, otherName }) => ({ value: id, label: otherName }))}
          values={[raw.over ?? []].flat()}
          optional
        />
        <Actions>
          <Button>{t('pairs.resting.save')}</Button>
          <ButtonLink href={`/pairs/${pair.id}`} look="text">
            {t('gatherings.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
