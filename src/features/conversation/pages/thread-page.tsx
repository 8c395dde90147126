import { Button, ButtonLink, ErrorSummary, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import { circleName } from '../../circles/index.ts';
import { AskedToLookIn, type HerAsk, HerAskLine } from '../../first-reply/index.ts';
import { PinButton } from '../pins/pin-button.tsx';
import { VoteForm } from '../polls/vote-form.tsx';
import type { Room } from '../room.ts';
import type { Thread } from '../thread.ts';
import { FeltForm } from './felt-form.tsx';
import { LIVE_WORDS, REPLIES } from './live-fragments.ts';
import { postView } from './post-view.ts';
import { settingOf } from './setting.ts';
import { Silence, silenceOf } from './silence.tsx';
import { shownName } from './who.ts';
import { type Unaccepted, WritingForm } from './writing-form.tsx';

interface ThreadPageProps {
  page: Page;
  room: Room;
  thread: Thread;
  /** What has been done about her ask, while nobody has answered. */
  ask?: HerAsk;
  /** The viewer was asked to look in. */
  wasAsked?: boolean;
  draftKey: string;
  /** Up to where the page is. */
  mark: string;
  refused?: Unaccepted;
}

function titleOf(page: Page, post: Thread['post']): string {
  const { t } = page;
  if (post.removed_by) return t('conversation.thread-removed');
  if (post.mine && !post.pseudonym) return t('conversation.thread-yours');
  return t('conversation.thread', { name: shownName(page, post.author, post.pseudonym) });
}

/** One post with its replies, oldest first, and room to answer underneath. */
export function ThreadPage({ page, room, thread, ...p }: ThreadPageProps) {
  const { ask, wasAsked, draftKey, mark, refused } = p;
  const { t } = page;
  const { post, replies } = thread;
  const setting = settingOf(page, room, true);
  const circle = `/circles/${room.circle.circleId}`;
  const here = `${circle}/posts/${post.post_id}`;
  const silence = refused || post.removed_by ? null : silenceOf(page, room, post.locked_at);
  const title = titleOf(page, post);
  return (
    <Layout page={page} title={title} current="circles">
      <PageHead title={title} back={{ href: circle, label: circleName(page, room.circle) }} />
      <ErrorSummary page={page} errors={refused?.errors} />
      <section class="section" aria-label={t('conversation.posts')}>
        <FeltForm page={page} circle={circle} />
        {post.has_poll && <VoteForm page={page} circle={circle} />}
        {postView(setting, post)}
        {ask && <HerAskLine page={page} ask={ask} />}
        {wasAsked && <AskedToLookIn page={page} thread={here} />}
        {room.facilitates && !post.removed_by && (
          <div class="asides">
            <PinButton page={page} here={here} pinned={post.pinned} />
            <Lock page={page} here={here} locked={post.locked_at !== null} />
          </div>
        )}
        {thread.hasBefore && (
          <ButtonLink href={here} look="text">
            {t('conversation.from-start')}
          </ButtonLink>
        )}
        <div id={REPLIES} data-live={thread.after ? undefined : `${here}/live`} data-after={mark}>
          {replies.map((reply) => postView(setting, reply))}
        </div>
        <p id={LIVE_WORDS} class="unseen" role="status" />
        {thread.after && (
          <ButtonLink href={`${here}?after=${thread.after}`} look="plain">
            {t('conversation.later-replies')}
          </ButtonLink>
        )}
      </section>
      {silence && <Silence page={page} room={room} words={silence} />}
      {!post.removed_by && !silence && !room.circle.archivedAt && (
        <section class="section" aria-label={t('conversation.your-reply')}>
          <WritingForm
            page={page}
            action={`${here}/replies`}
            label={t('conversation.your-reply')}
            placeholder={t('conversation.reply-placeholder')}
            button={t('conversation.reply')}
            draftKey={draftKey}
            refused={refused}
            pseudonym={thread.mine}
          />
        </section>
      )}
    </Layout>
  );
}

/** A conversation that went far enough: those who look after the circle close it, or open it again. */
function Lock({ page, here, locked }: { page: Page; here: string; locked: boolean }) {
  return (
    <Form page={page} action={`${here}/lock`} inline>
      {!locked && <input type="hidden" name="taking" value="yes" />}
      <Button look="text" icon="lock">
        {page.t(locked ? 'conversation.thread-unlock' : 'conversation.thread-lock')}
      </Button>
    </Form>
  );
}
