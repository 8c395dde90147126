import {
  Actions,
  Button,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
} from '../../../ui/index.ts';
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
      {roomsOf(merge).map((room) => (
        <p>
          <a href={`/circles/${room.circleId}`}>{circleName(page, room)}</a>
        </p>
      ))}
      {(merge.state === 'asked' || merge.state === 'announced') && <Meaning page={page} />}
      <Deeds page={page} merge={merge} />
    </Layout>
  );
}

// Where it goes on: in the one, or in the two again; the one they were is an archive then, named last.
function roomsOf({ state, a, b, joined }: Merge) {
  const rooms = state === 'undone' ? [a, b, joined] : [joined];
  return rooms.filter((room) => room !== null);
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
        <Section title={t('cohorts.merge-undo-title')} id="undo">
          <p>{t('cohorts.merge-undo-lead')}</p>
          {merge.cameSince > 0 && (
            <Note tone="warm">{t('cohorts.merge-came-since', { count: merge.cameSince })}</Note>
          )}
          <Form page={page} action={`${path}/reversal`}>
            <Actions>
              <Button look="plain">{t('cohorts.merge-undo')}</Button>
            </Actions>
          </Form>
        </Section>
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
