import { Actions, Button, Form, formatTime, Layout, Note, type Page, PageHead } from '../../../ui/index.ts';
import { circleName } from '../../circles/index.ts';
import type { Merge } from '../merge.ts';
import { otherName } from './changes.tsx';

/** Two circles going on together: what it means for her, when, and what she may do about it. */
export function MergePage({ page, merge }: { page: Page; merge: Merge }) {
  const { t } = page;
  const title = t('cohorts.merge-title', { a: otherName(page, merge.a), b: otherName(page, merge.b) });
  const at = merge.effectedAt ?? merge.takesEffectAt;
  const values = { day: at ? formatTime(page, at, 'date') : '', name: merge.name };
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead title={title} lead={t(`cohorts.merge.${merge.state}`, values)} />
      {merge.joined && (
        <p>
          <a href={`/circles/${merge.joined.circleId}`}>{circleName(page, merge.joined)}</a>
        </p>
      )}
      {(merge.state === 'asked' || merge.state === 'announced') && <Meaning page={page} />}
      <Deeds page={page} merge={merge} />
    </Layout>
  );
}

function Meaning({ page }: { page: Page }) {
  const { t } = page;
  return (
    <ul class="prose">
      <li>{t('cohorts.merge-means-new')}</li>
      <li>{t('cohorts.merge-means-old')}</li>
      <li>{t('cohorts.merge-means-door')}</li>
      <li>{t('cohorts.merge-means-back')}</li>
    </ul>
  );
}

function Deeds({ page, merge }: { page: Page; merge: Merge }) {
  const { t } = page;
  const path = `/merges/${merge.mergeId}`;
  const before = merge.state === 'asked' || merge.state === 'announced';
  return (
    <>
      {merge.asksHer && (
        <Form page={page} action={`${path}/agreement`}>
          <Actions>
            <Button wide>{t('cohorts.merge-agree')}</Button>
          </Actions>
        </Form>
      )}
      {merge.isHers && merge.state === 'announced' && <ComingAlong page={page} merge={merge} />}
      {merge.mayStop && before && (
        <Form page={page} action={`${path}/calling-off`}>
          <Actions>
            <Button look="plain">{t('cohorts.merge-call-off')}</Button>
          </Actions>
        </Form>
      )}
      {merge.mayStop && merge.state === 'effected' && (
        <Form page={page} action={`${path}/reversal`}>
          <p class="quiet">{t('cohorts.merge-undo-lead')}</p>
          {merge.cameSince > 0 && <p>{t('cohorts.merge-came-since', { count: merge.cameSince })}</p>}
          <Actions>
            <Button look="plain">{t('cohorts.merge-undo')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

function ComingAlong({ page, merge }: { page: Page; merge: Merge }) {
  const { t } = page;
  return (
    <Note>
      <p>{t(merge.staysBehind ? 'cohorts.merge-stays' : 'cohorts.merge-comes')}</p>
      <Form page={page} action={`/merges/${merge.mergeId}/staying`} inline>
        <Button look="plain" name="stays" value={merge.staysBehind ? '' : 'yes'}>
          {t(merge.staysBehind ? 'cohorts.merge-come' : 'cohorts.merge-stay')}
        </Button>
      </Form>
    </Note>
  );
}
