import { Actions, ButtonLink, Icon, Note, type Page } from '../../../ui/index.ts';
import type { View } from '../gathering-view.ts';

/** The way in, as far as she is told it by now; else when she will be. */
export function WayIn({ page, view, now }: { page: Page; view: View; now: Date }) {
  const { t } = page;
  const { gathering, occurrence, door } = view;
  if (gathering.cancelledAt || occurrence.cancelledAt || occurrence.endsAt <= now) return null;
  const online = gathering.place !== 'in-person';
  return (
    <>
      {door?.address && (
        <Note tone="warm" icon="key">
          <p>
            {t('gatherings.address-for-you')} <strong>{door.address}</strong>
          </p>
        </Note>
      )}
      {gathering.home && !door?.address && <Note icon="key">{t('gatherings.address-waits')}</Note>}
      {online && <Link page={page} view={view} />}
    </>
  );
}

/** Nothing is promised that nobody gave: where there is no link yet, that is what it says. */
function Link({ page, view: { door, runs, hasLink } }: { page: Page; view: View }) {
  const { t } = page;
  const waits = hasLink ? 'gatherings.link-waits' : runs ? 'gatherings.no-link' : 'gatherings.no-link-yet';
  if (!door?.link) return <Note icon="video">{t(waits)}</Note>;
  return (
    <Actions>
      <ButtonLink href={door.link} icon="video">
        {t('gatherings.go-in')}
      </ButtonLink>
      {runs && (
        <span class="quiet">
          <Icon name="lock" size={16} /> {t('gatherings.link-waits')}
        </span>
      )}
    </Actions>
  );
}
