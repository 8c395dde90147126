import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
} from '../../../ui/index.ts';
import type { Gathering } from '../gathering.ts';
import { pathOf } from '../paths.ts';
import type { Similar } from '../quiet.ts';

interface Props {
  page: Page;
  gathering: Gathering;
  similar: Similar[];
  errors?: Errors;
}

/** Before two become one: with which, and what that means for those coming. */
export function MergingPage({ page, gathering, similar, errors }: Props) {
  const { t } = page;
  const back = { href: pathOf(gathering.gatheringId), label: gathering.title };
  return (
    <Layout page={page} title={t('coming.quiet-merge')} current="calendar" narrow>
      <PageHead
        title={t('coming.quiet-merge')}
        lead={similar.length > 0 ? t('coming.merge-lead') : undefined}
        back={back}
      />
      <ErrorSummary page={page} errors={errors} />
      {similar.length === 0 ? (
        <EmptyState drawing="path" title={t('coming.merge-none')}>
          <ButtonLink href={back.href} look="plain">
            {t('gatherings.back')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Form page={page} action={`${back.href}/merge`}>
          <RadioGroup
            page={page}
            name="into"
            label={t('coming.merge-with')}
            options={similar.map((one) => ({
              value: one.gatheringId,
              label: one.title,
              hint: whenAndWhere(page, one),
            }))}
            value={similar.length === 1 ? similar[0]!.gatheringId : undefined}
            error={errors?.into}
          />
          <p>{t('coming.merge-means')}</p>
          <Actions>
            <Button>{t('coming.quiet-merge')}</Button>
            <ButtonLink href={back.href} look="text">
              {t('gatherings.back')}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}

function whenAndWhere({ t, lang }: Page, { next, timeZone, where }: Similar): string {
  const when = formatTime({ lang, timeZone }, next, 'moment');
  return [t('coming.merge-next', { when }), where].filter(Boolean).join(' · ');
}
