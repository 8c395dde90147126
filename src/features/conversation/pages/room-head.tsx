import { raw } from 'hono/html';
import { remember } from '../../../platform/memory/index.ts';
import type { Page } from '../../../ui/index.ts';
import { Actions, ButtonLink, Facts, PageHead } from '../../../ui/index.ts';
import { audienceOf, circleName, meetingTime, whereOf } from '../../circles/index.ts';
import { Changes } from '../../cohorts/index.ts';
import { comingMeeting } from '../coming-meeting.ts';
import type { Room } from '../room.ts';
import { RoomWays } from './room-ways.tsx';

interface RoomHeadProps {
  page: Page;
  room: Room;
  now?: Date;
}

const drawn = remember<string>(1000);
/** Meetings begin and end on such minutes; a drawing is kept no longer. */
const QUARTER_MS = 15 * 60_000;

/** Whose room this is: for whom, how many, who looks after it, when it meets; the rest on asking. */
export function RoomHead({ page, room, now = new Date() }: RoomHeadProps) {
  const quarter = Math.floor(now.getTime() / QUARTER_MS);
  const key = [page.locale, page.timeZone, page.csrf, quarter, JSON.stringify(room)].join(' ');
  return raw(drawn(key, () => String(<Drawing page={page} room={room} now={now} />)));
}

function Drawing({ page, room, now }: Required<RoomHeadProps>) {
  const { t } = page;
  const { circle } = room;
  const names = room.facilitators.map(({ name }) => name);
  const audience = audienceOf(page, circle);
  const next = comingMeeting(circle, now);
  const lead = [
    audience && `${audience}.`,
    circle.cap === null
      ? t('conversation.members', { count: circle.memberCount })
      : t('conversation.places', { count: circle.memberCount, cap: circle.cap }),
    names.length > 0 && t('conversation.looked-after', { names: listOf(page, names), count: names.length }),
  ];
  return (
    <PageHead
      title={circleName(page, circle)}
      lead={lead.filter(Boolean).join(' ')}
      back={{ href: '/circles', label: t('conversation.circles') }}
    >
      <Facts
        facts={[
          {
            icon: 'calendar',
            label: t('conversation.next-meeting'),
            value: next && meetingTime(page, circle, next),
          },
          { icon: 'place', label: t('conversation.where'), value: whereOf(page, circle) },
        ]}
      />
      <Changes page={page} circleId={circle.circleId} changes={room.changes} />
      {!circle.archivedAt && <Waiting page={page} room={room} />}
      <RoomWays page={page} room={room} />
    </PageHead>
  );
}

const lists = new Map<string, Intl.ListFormat>();

/** "Rosa, Imani and Dana". Building the formatter costs more than using it. */
function listOf(page: Page, names: string[]): string {
  const list = lists.get(page.lang) ?? new Intl.ListFormat(page.lang, { type: 'conjunction' });
  lists.set(page.lang, list);
  return list.format(names);
}

// For those who look after it: what waits for them, in sight; nothing when nothing does.
function Waiting({ page, room }: { page: Page; room: Room }) {
  const { t } = page;
  const here = `/circles/${room.circle.circleId}`;
  if (room.asking + room.caring === 0) return null;
  return (
    <Actions>
      {room.caring > 0 && (
        <ButtonLink href={`${here}/settings/care`} icon="flag">
          {t('conversation.care-waits', { count: room.caring })}
        </ButtonLink>
      )}
      {room.asking > 0 && (
        <ButtonLink href={`${here}/people`} icon="peer">
          {t('conversation.asking', { count: room.asking })}
        </ButtonLink>
      )}
    </Actions>
  );
}
