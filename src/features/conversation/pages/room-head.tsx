import type { Page } from '../../../ui/index.ts';
import { Disclosure, Facts, formatTime, PageHead, PostText } from '../../../ui/index.ts';
import { nextMeeting, sameHour } from '../../circles/meeting.ts';
import type { Room } from '../room.ts';
import { forWhom, listOf } from './for-whom.ts';

/** Whose room this is: for whom, how many, who looks after it, when it meets; the rest on asking. */
export function RoomHead({ page, room, now = new Date() }: { page: Page; room: Room; now?: Date }) {
  const { t } = page;
  const { circle } = room;
  const names = listOf(page, room.facilitators.map(({ name }) => name));
  const lead = [
    forWhom(page, circle),
    circle.cap === null
      ? t('conversation.members', { count: circle.memberCount })
      : t('conversation.places', { count: circle.memberCount, cap: circle.cap }),
    names && t('conversation.looked-after', { names, count: room.facilitators.length }),
  ];
  return (
    <PageHead
      title={circle.name}
      lead={lead.filter(Boolean).join(' ')}
      back={{ href: '/circles', label: t('conversation.circles') }}
    >
      <Facts
        facts={[
          { icon: 'calendar', label: t('conversation.next-meeting'), value: meeting(page, room, now) },
          { icon: 'place', label: t('conversation.where'), value: circle.placeName ?? t(`words.place.${circle.place}`) },
        ]}
      />
      <About page={page} room={room} />
    </PageHead>
  );
}

// In her hour, and in the place's own where the two differ.
function meeting(page: Page, { circle }: Room, now: Date): string | null {
  const next = nextMeeting(circle, now);
  if (!next) return null;
  const hers = formatTime(page, next.start, 'moment');
  if (sameHour(page.timeZone, circle.timeZone, next.start)) return hers;
  const there = formatTime({ lang: page.lang, timeZone: circle.timeZone }, next.start, 'time');
  return page.t('conversation.meeting-there', { when: hers, there });
}

function About({ page, room }: { page: Page; room: Room }) {
  const { t } = page;
  const { circle } = room;
  return (
    <Disclosure summary={t('conversation.about')} id="about">
      {circle.purpose && <PostText text={circle.purpose} />}
      {circle.charter && (
        <>
          <h2>{t('conversation.charter')}</h2>
          <PostText text={circle.charter} />
        </>
      )}
      <p class="quiet">
        <a href={`/reports/new?kind=circle&id=${circle.circleId}`}>{t('conversation.report-circle')}</a>
      </p>
    </Disclosure>
  );
}
