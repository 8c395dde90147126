import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
} from '../../../ui/index.ts';

/** One tap, without a question and without a word to anybody. */
export function QuietWayOut({ page, circleId }: { page: Page; circleId: string }) {
  return (
    <Form page={page} action={`/circles/${circleId}/quiet-departure`} inline>
      <Button look="text">{page.t('cohorts.leave-quietly')}</Button>
    </Form>
  );
}

/** After it: that nobody was told, and what else she may want. No name of the circle: it may be the word that hurts. */
export function QuietlyLeftPage({
  page,
  circleId,
  others,
}: {
  page: Page;
  circleId: string;
  others: number;
}) {
  const { t } = page;
  return (
    <Layout page={page} title={t('cohorts.left-title')} current="circles" narrow>
      <PageHead title={t('cohorts.left-title')} lead={t('cohorts.left-lead')} />
      {others > 0 && (
        <Section title={t('cohorts.left-others')} id="others">
          <p>{t('cohorts.left-others-lead', { count: others })}</p>
          <Form page={page} action="/cohorts/departure">
            <Actions>
              <Button look="plain">{t('cohorts.left-others-now')}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      <Section title={t('cohorts.left-words')} id="words">
        <p>{t('cohorts.left-words-lead')}</p>
        <Form page={page} action={`/circles/${circleId}/words-removal`}>
          <Actions>
            <Button look="plain">{t('cohorts.left-words-now')}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t('cohorts.left-told')} id="told">
        <p>{t('cohorts.left-told-lead')}</p>
        <Actions>
          <ButtonLink href="/welcome/1" look="plain">
            {t('cohorts.left-told-now')}
          </ButtonLink>
          <ButtonLink href="/plan" look="text">
            {t('cohorts.left-on')}
          </ButtonLink>
        </Actions>
      </Section>
      <Form page={page} action="/cohorts/return" inline>
        <Button look="text">{t('cohorts.left-only')}</Button>
      </Form>
    </Layout>
  );
}
