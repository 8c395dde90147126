import { raw } from 'hono/html';
import { remember } from '../../../platform/memory/index.ts';
import type { Page } from '../../../ui/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Disclosure,
  Facts,
  Form,
  PageHead,
  PostText,
} from '../../../ui/index.ts';
import { audienceOf, circleName, meetingTime, whereOf } from '../../circles/index.ts';
import { Changes, isAmongBabies, QuietWayOut } from '../../cohorts/index.ts';
import { comingMeeting } from '../coming-meeting.ts';
import type { Room } from '../room.ts';

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
      <About page={page} room={room} />
      {room.facilitates && !circle.archivedAt ? (
        <Keys page={page} room={room} />
      ) : (
        <div class="asides">
          <a href={`/circles/${circle.circleId}/shelf`}>{page.t('shelf.title')}</a>
        </div>
      )}
      {isAmongBabies(circle) && (
        <div class="asides">
          <QuietWayOut page={page} circleId={circle.circleId} />
        </div>
      )}
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

function About({ page, room }: { page: Page; room: Room }) {
  const { t } = page;
  const { circle } = room;
  const here = `/circles/${circle.circleId}`;
  return (
    <Disclosure summary={t('conversation.about')} id="about">
      {circle.purpose && <PostText text={circle.purpose} />}
      {circle.charter && (
        <>
          <h2>{t('conversation.charter')}</h2>
          <PostText text={circle.charter} />
        </>
      )}
      {!room.facilitates && (
        <Form page={page} action={`${here}/greeter`}>
          {!room.greets && <input type="hidden" name="greets" value="yes" />}
          <Button look="plain">{t(room.greets ? 'conversation.greet-no' : 'conversation.greet-yes')}</Button>
        </Form>
      )}
      <div class="asides">
        <a href={`/search?in=${circle.circleId}`}>{t('conversation.search')}</a>
        <a href="/me/listening">{t('first-reply.listen-link')}</a>
        <Leave page={page} room={room} />
        <a href={`/reports/new?kind=circle&id=${circle.circleId}`}>{t('conversation.report-circle')}</a>
      </div>
    </Disclosure>
  );
}

// One tap where the door stays open behind her; elsewhere she is told first what leaving means.
function Leave({ page, room }: { page: Page; room: Room }) {
  const { t } = page;
  const there = `/circles/${room.circle.circleId}/departure`;
  if (room.circle.joining !== 'open') return <a href={there}>{t('conversation.leave')}</a>;
  return (
    <Form page={page} action={there} inline>
      <Button look="text">{t('conversation.leave')}</Button>
    </Form>
  );
}

// For those who look after it; what waits for them comes first.
function Keys({ page, room }: { page: Page; room: Room }) {
  const { t } = page;
  const here = `/circles/${room.circle.circleId}`;
  return (
    <>
      {room.asking + room.caring > 0 && (
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
      )}
      <nav class="asides" aria-label={t('conversation.keys')}>
        <a href={`${here}/invitations`}>{t('conversation.invite')}</a>
        <a href={`${here}/people`}>{t('conversation.people')}</a>
        <a href={`${here}/settings/care`}>{t('safety.care-title')}</a>
        <a href={`${here}/shelf`}>{t('shelf.title')}</a>
        <a href={`${here}/settings`}>{t('conversation.settings')}</a>
      </nav>
    </>
  );
}
