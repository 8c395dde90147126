import type { Child, PropsWithChildren } from 'hono/jsx';
import { Face } from './face.tsx';
import type { Page } from './page.ts';

interface PostProps {
  page: Page;
  id: string;
  author: string;
  unnamed?: boolean;
  /** After the name: "facilitator", the time (a Time), "edited". Joined by middle dots. */
  meta?: Child[];
  /** What the reader may want to be warned of; the body then opens on a tap. */
  contentNote?: string | null;
  /** A row of Reaction buttons. */
  reactions?: Child;
  /** "Six people have read this. Rosa has been asked to look in." */
  heard?: string | null;
  /** Quiet links: reply, edit, report. */
  actions?: Child;
  reply?: boolean;
}

/** A post or reply. Children are its body (use PostText for plain paragraphs). */
export function PostShell({ page, children, ...post }: PropsWithChildren<PostProps>) {
  return (
    <article class={post.reply ? 'post reply' : 'post'} id={post.id} aria-labelledby={`${post.id}-by`}>
      <Face name={post.author} unnamed={post.unnamed} />
      <div class="post-main">
        <p class="meta">
          <b id={`${post.id}-by`}>{post.author}</b>
          {post.unnamed && <span>{page.t('ui.unnamed')}</span>}
          {post.meta?.map((part) => part && <span>{part}</span>)}
        </p>
        {post.contentNote ? (
          <details class="content-note">
            <summary>
              <span>
                <span class="quiet">{page.t('ui.content-note')}</span> {post.contentNote}
              </span>
            </summary>
            <div class="post-body">{children}</div>
          </details>
        ) : (
          <div class="post-body">{children}</div>
        )}
        {post.reactions && <div class="reactions">{post.reactions}</div>}
        {post.heard && <p class="heard">{post.heard}</p>}
        {post.actions && <div class="asides">{post.actions}</div>}
      </div>
    </article>
  );
}

/** What someone typed, as paragraphs: blank lines part them, single ones break. Escaped like everything else. */
export function PostText({ text }: { text: string }) {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  );
}
