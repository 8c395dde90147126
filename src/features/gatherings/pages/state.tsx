import { Button, ButtonLink, Form, Note, type Page } from '../../../ui/index.ts';
import { isOutOfSight } from '../access.ts';
import type { View } from '../gathering-view.ts';
import { pathOf } from '../paths.ts';

/** Called off, over, or gone on elsewhere: what she should know before anything else. */
export function State({ page, view, now }: { page: Page; view: View; now: Date }) {
  const { t } = page;
  const { gathering, occurrence, followedBy } = view;
  const off = gathering.cancelledAt ? gathering : occurrence.cancelledAt ? occurrence : null;
  const joined = gathering.cancelledAt && gathering.goesOnWith ? followedBy : null;
  const over = occurrence.endsAt <= now;
  if (isOutOfSight(gathering)) {
    const hers = gathering.organisedBy !== null && gathering.organisedBy === page.viewer?.memberId;
    return hers ? <OutOfSight page={page} /> : <Judged page={page} />;
  }
  return (
    <>
      {off && (
        <Note tone="warm" icon="alert">
          <p>
            <strong>
              {t(joined ? 'gatherings.joined' : off === gathering ? 'gatherings.all-off' : 'gatherings.off')}
            </strong>
          </p>
          {off.cancelNote && <p>{off.cancelNote}</p>}
          {joined && <ButtonLink href={pathOf(joined.gatheringId)}>{joined.title}</ButtonLink>}
          {view.runs && !over && <Undo page={page} view={view} />}
        </Note>
      )}
      {!off && over && <Note icon="info">{t('gatherings.over')}</Note>}
      {followedBy && !joined && (
        <p class="quiet">
          {t('gatherings.goes-on')} <a href={pathOf(followedBy.gatheringId)}>{followedBy.title}</a>
        </p>
      )}
    </>
  );
}

/** For those who decide about it. */
function Judged({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Note tone="warm" icon="alert">
      <p>
        <strong>{t('gatherings.out-of-sight')}</strong>
      </p>
      <p>{t('gatherings.out-of-sight-judged')}</p>
    </Note>
  );
}

/** For its organiser. */
function OutOfSight({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Note tone="warm" icon="alert">
      <p>
        <strong>{t('gatherings.out-of-sight')}</strong>
      </p>
      <p>{t('gatherings.out-of-sight-means')}</p>
      <p>
        <a href="/me/decisions">{t('gatherings.out-of-sight-why')}</a>
      </p>
    </Note>
  );
}

function Undo({ page, view: { gathering, occurrence } }: { page: Page; view: View }) {
  const whole = gathering.cancelledAt !== null;
  const path = pathOf(gathering.gatheringId, whole ? undefined : occurrence.occurrenceId);
  return (
    <Form page={page} action={`${path}/reinstatement`} inline>
      <Button look="plain">{page.t('gatherings.reinstate')}</Button>
    </Form>
  );
}
