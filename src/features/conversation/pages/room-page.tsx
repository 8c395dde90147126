import {
  ButtonLink,
  EmptyState,
  ErrorSummary,
  formatTime,
  Layout,
  Note,
  type Page,
  Pagination,
} from '../../../ui/index.ts';
import { circleName } from '../../circles/index.ts';
import { type HerAsk, type Waiting, WaitingHere } from '../../first-reply/index.ts';
import type { Pinned } from '../pins/pinned.ts';
import { PinnedStrip } from '../pins/pinned-strip.tsx';
import { VoteForm } from '../polls/vote-form.tsx';
import type { PostList } from '../post-list.ts';
import type { Room } from '../room.ts';
import { FeltForm } from './felt-form.tsx';
import { LIVE_WORDS } from './live-fragments.ts';
import { postList } from './post-list.ts';
import { RoomHead } from './room-head.tsx';
import { settingOf } from './setting.ts';
import { Silence, silenceOf } from './silence.tsx';
import { type Unaccepted, WritingForm } from './writing-form.tsx';

interface RoomPageProps {
  page: Page;
  room: Room;
  list: PostList;
  pinned: Pinned[];
  /** Who waits for a first word here, and what has been done for those that are hers. */
  waiting: Waiting[];
  hers: Map<string, HerAsk>;
  draftKey: string;
  /** Up to where the page is. */
  mark: string;
  /** A page further back than the newest. */
  further: boolean;
  /** The newcomer the viewer is about to greet. */
  hello?: { memberId: string; name: string };
  refused?: Unaccepted;
}

/** A circle from inside: write first, then what the others wrote, newest active on top. */
export function RoomPage({ page, room, list, ...p }: RoomPageProps) {
  const { t } = page;
  const here = `/circles/${room.circle.circleId}`;
  const lived = !p.further && !room.circle.archivedAt;
  // Words that came back stand in their form: they are hers to keep.
  const silence = p.refused ? null : silenceOf(page, room);
  return (
    <Layout page={page} title={circleName(page, room.circle)} current="circles">
      <RoomHead page={page} room={room} />
      <ErrorSummary page={page} errors={p.refused?.errors} />
      {lived && (
        <Threshold
          page={page}
          room={room}
          here={here}
          hello={p.hello?.memberId}
          calm={silence !== null || p.hers.size > 0}
        />
      )}
      <WaitingHere page={page} circle={here} waiting={p.waiting} hers={p.hers} />
      {lived && silence && <Silence page={page} room={room} words={silence} />}
      {lived && !silence && (
        <WritingForm
          page={page}
          action={`${here}/posts`}
          label={p.hello ? t('conversation.hello-to', { name: p.hello.name }) : t('conversation.mind')}
          placeholder={t('conversation.untidy')}
          button={t('conversation.post')}
          draftKey={p.draftKey}
          refused={p.refused}
          body={p.hello && t('conversation.hello-body', { name: p.hello.name })}
          to={p.hello?.memberId}
          opens
        />
      )}
      <PinnedStrip page={page} here={here} pinned={p.pinned} />
      <section class="section" aria-labelledby="posts">
        <h2 id="posts" class="unseen">
          {t('conversation.posts')}
        </h2>
        {!p.further && (
          <div data-live={`${here}/live`} data-after={p.mark}>
            <p id={LIVE_WORDS} class="live-words" role="status" />
          </div>
        )}
        <FeltForm page={page} circle={here} />
        {list.posts.some((post) => post.has_poll) && <VoteForm page={page} circle={here} />}
        {postList(settingOf(page, room), list.posts)}
        {list.posts.length === 0 && !p.further && (
          <EmptyState drawing="cup" title={t('conversation.empty')}>
            {lived && !silence && <p>{t('conversation.empty-lead')}</p>}
          </EmptyState>
        )}
        <Pagination
          page={page}
          newest={p.further ? here : null}
          older={list.earlier && `${here}?before=${list.earlier}`}
        />
      </section>
    </Layout>
  );
}

const isToday = (page: Page, at: Date): boolean =>
  formatTime(page, at, 'date') === formatTime(page, new Date(), 'date');

interface ThresholdProps {
  page: Page;
  room: Room;
  here: string;
  hello?: string;
  /** Something weightier is said to her already: what became of her ask, or why she only reads. */
  calm: boolean;
}

/** What is said at the door: to the new one, who will greet her; to the greeter, who is new. */
function Threshold({ page, room, here, hello, calm }: ThresholdProps) {
  const { t } = page;
  const waiting = room.toGreet.filter(({ memberId }) => memberId !== hello);
  return (
    <>
      {!calm && (room.greeter || room.mayIntroduce) && (
        <Note tone="warm">
          <p>
            {room.greeter && t('conversation.greeter', { name: room.greeter })}{' '}
            {room.mayIntroduce && t('conversation.introduce')}
          </p>
        </Note>
      )}
      {waiting.map(({ memberId, name, joinedAt }) => (
        <Note tone="warm" icon="peer">
          <p>
            {isToday(page, joinedAt)
              ? t('conversation.newcomer-today', { name })
              : t('conversation.newcomer', { name })}
          </p>
          <ButtonLink href={`${here}?hello=${memberId}#write`} look="plain">
            {t('conversation.say-hello', { name })}
          </ButtonLink>
        </Note>
      ))}
    </>
  );
}
