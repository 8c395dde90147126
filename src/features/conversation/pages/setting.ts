import { formatTime, type Page } from '../../../ui/index.ts';
import type { Room } from '../room.ts';
import type { PostSetting } from './post-view.ts';
import { silenceOf } from './silence.tsx';

/** What the posts of a room share, worked out once a page. */
export function settingOf(page: Page, room: Room, inThread = false): PostSetting {
  const { circleId } = room.circle;
  const facilitators = room.facilitators.map(({ memberId }) => memberId);
  const waiting = page.t('conversation.waiting-for', { name: room.facilitators[0]?.name ?? '' });
  const rewording = page.t('conversation.words-wait-for', { name: room.facilitators[0]?.name ?? '' });
  const today = formatTime(page, new Date(), 'date'); // posts say "yesterday"
  const rests = room.circle.archivedAt !== null;
  const silent = silenceOf(page, room) !== null;
  return {
    page,
    key: [
      page.locale,
      page.timeZone,
      today,
      circleId,
      waiting,
      ...facilitators,
      room.facilitates,
      inThread,
      rests,
      silent,
    ].join(' '),
    circleId,
    facilitators: new Set(facilitators),
    waiting,
    rewording,
    facilitates: room.facilitates,
    inThread,
    rests,
    silent,
  };
}
