import { Button, Form, type Page, PostText } from '../../../ui/index.ts';
import { isAmongBabies, QuietWayOut } from '../../cohorts/index.ts';
import type { Room } from '../room.ts';

interface WaysProps {
  page: Page;
  room: Room;
}

/**
 * The few ways on from a room, in one quiet line: what it is about, its shelf, the tools of those who look after it.
 * Everything seldom wanted is folded; only the quiet way out of a circle of babies never is.
 */
export function RoomWays({ page, room }: WaysProps) {
  const { circle } = room;
  return (
    <div class="room-ways no-print">
      <About page={page} room={room} />
      <a href={`/circles/${circle.circleId}/shelf`}>{page.t('shelf.title')}</a>
      <a href={`/gatherings?circle=${circle.circleId}`}>{page.t('gatherings.title')}</a>
      {room.facilitates && !circle.archivedAt && <Keys page={page} room={room} />}
      {isAmongBabies(circle) && <QuietWayOut page={page} circleId={circle.circleId} />}
    </div>
  );
}

function About({ page, room }: WaysProps) {
  const { t } = page;
  const { circle } = room;
  return (
    <details class="fold" id="about">
      <summary>
        <span>{t('conversation.about')}</span>
      </summary>
      <div class="flow">
        {circle.purpose && <PostText text={circle.purpose} />}
        {circle.charter && (
          <>
            <h2>{t('conversation.charter')}</h2>
            <PostText text={circle.charter} />
          </>
        )}
        <div class="asides">
          <a href={`/search?in=${circle.circleId}`}>{t('conversation.search')}</a>
          {!room.facilitates && !circle.archivedAt && <Plan page={page} room={room} />}
          {!room.facilitates && <Greeting page={page} room={room} />}
          <Leave page={page} room={room} />
          <a href={`/reports/new?kind=circle&id=${circle.circleId}`}>{t('conversation.report-circle')}</a>
        </div>
      </div>
    </details>
  );
}

function Plan({ page, room }: WaysProps) {
  return <a href={`/gatherings/new?circle=${room.circle.circleId}`}>{page.t('gatherings.plan')}</a>;
}

function Greeting({ page, room }: WaysProps) {
  return (
    <Form page={page} action={`/circles/${room.circle.circleId}/greeter`} inline>
      {!room.greets && <input type="hidden" name="greets" value="yes" />}
      <Button look="text">{page.t(room.greets ? 'conversation.greet-no' : 'conversation.greet-yes')}</Button>
    </Form>
  );
}

// One tap where the door stays open behind her; elsewhere she is told first what leaving means.
function Leave({ page, room }: WaysProps) {
  const { t } = page;
  const there = `/circles/${room.circle.circleId}/departure`;
  if (room.circle.joining !== 'open') return <a href={there}>{t('conversation.leave')}</a>;
  return (
    <Form page={page} action={there} inline>
      <Button look="text">{t('conversation.leave')}</Button>
    </Form>
  );
}

// What waits for those who look after the circle stands in sight above; their rooms wait here.
function Keys({ page, room }: WaysProps) {
  const { t } = page;
  const here = `/circles/${room.circle.circleId}`;
  return (
    <details class="fold">
      <summary>
        <span>{t('conversation.keys')}</span>
      </summary>
      <nav class="asides" aria-label={t('conversation.keys')}>
        <Plan page={page} room={room} />
        <a href={`${here}/settings/care`}>{t('safety.care-title')}</a>
        {!room.circle.ofTwo && (
          <>
            <a href={`${here}/people`}>{t('conversation.people')}</a>
            <a href={`${here}/invitations`}>{t('conversation.invite')}</a>
            <a href={`${here}/settings`}>{t('conversation.settings')}</a>
          </>
        )}
      </nav>
    </details>
  );
}
