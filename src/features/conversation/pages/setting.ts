import type { Page } from '../../../ui/index.ts';
import type { Room } from '../room.ts';
import type { PostSetting } from './post-view.ts';

/** What the posts of a room share, worked out once a page. */
export const settingOf = (page: Page, room: Room, inThread = false): PostSetting => ({
  page,
  csrf: page.csrf,
  circleId: room.circle.circleId,
  facilitators: new Set(room.facilitators.map(({ memberId }) => memberId)),
  facilitates: room.facilitates,
  inThread,
});
