import type { Page } from '../../../ui/index.ts';
import type { Circle } from '../circle.ts';

const ROOMS = ['settings/care', 'people', 'invitations', 'settings'] as const;

/** The few rooms behind a circle, one tap apart. */
export function FacilitatorTabs({
  page,
  circle,
  here,
}: {
  page: Page;
  circle: Circle;
  here: (typeof ROOMS)[number];
}) {
  const { t } = page;
  return (
    <nav class="asides rooms no-print" aria-label={t('circles.behind')}>
      {ROOMS.filter((room) => !circle.ofTwo || room === here).map((room) => (
        <a href={`/circles/${circle.circleId}/${room}`} aria-current={room === here ? 'page' : undefined}>
          {t(room === 'settings/care' ? 'circles.room.care' : `circles.room.${room}`)}
        </a>
      ))}
    </nav>
  );
}
