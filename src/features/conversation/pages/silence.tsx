import { formatTime, Layout, Note, type Page, PageHead, PostText } from '../../../ui/index.ts';
import type { Room } from '../room.ts';

/** Why there is no form for her here just now: since when, until when. Null where she may write. */
export function silenceOf(page: Page, room: Room, closedAt: Date | null = null): string | null {
  const { t } = page;
  const day = (at: Date) => formatTime(page, at, 'day');
  if (room.circle.archivedAt || room.facilitates) return null;
  if (room.muted) return t('conversation.muted-here', { date: day(room.muted.until) });
  if (room.circle.lockedAt) return t('conversation.circle-is-locked', { date: day(room.circle.lockedAt) });
  return closedAt && t('conversation.thread-is-locked', { date: day(closedAt) });
}

/** Stands where the form would: plainly, with what she was told, and what she can still do. */
export function Silence({ page, room, words }: { page: Page; room: Room; words: string }) {
  const { t } = page;
  return (
    <Note icon="lock">
      <p>{words}</p>
      {room.muted && (
        <>
          <p>{t('conversation.muted-told')}</p>
          <div class="post-body">
            <blockquote>
              <PostText text={room.muted.reason} />
            </blockquote>
          </div>
          <p class="quiet">{t('conversation.muted-still')}</p>
        </>
      )}
    </Note>
  );
}

/** The same, in the place of a whole page. */
export function SilentPage({ page, back, ...p }: { page: Page; room: Room; words: string; back: string }) {
  const title = page.t('conversation.edit-title');
  return (
    <Layout page={page} title={title} current="circles">
      <PageHead title={title} back={{ href: back, label: page.t('conversation.back') }} />
      <Silence page={page} {...p} />
    </Layout>
  );
}
