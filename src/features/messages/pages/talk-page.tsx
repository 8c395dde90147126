import type { Raw } from '../../../platform/http/index.ts';
import { ButtonLink, ErrorSummary, type Errors, Layout, type Page, PageHead } from '../../../ui/index.ts';
import { type Boundaries, BoundariesCard } from '../../boundaries/index.ts';
import type { Standing } from '../door.ts';
import type { Message } from '../message.ts';
import type { Talk } from '../talk.ts';
import { LIVE_WORDS, MESSAGES } from './live-fragments.ts';
import { messageView } from './message-view.ts';
import { RequestCard } from './request-card.tsx';
import { TalkAsides } from './talk-asides.tsx';
import { WritingForm } from './writing-form.tsx';

/** A message that could not be accepted, as it was sent. */
export interface Unaccepted {
  raw: Raw;
  errors: Errors;
}

interface TalkPageProps {
  page: Page;
  talk: Talk;
  standing: Standing;
  messages: Message[];
  hasOlder: boolean;
  /** An older part: it follows nothing. */
  isOlder: boolean;
  /** The id the next message will have. */
  newKey: string;
  /** Up to where the page is. */
  mark: string;
  refused?: Unaccepted;
  /** What the other asks of whoever writes to her. */
  boundaries: Boundaries | null;
}

/** A request, or what the two have said, newest at the bottom. */
export function TalkPage({
  page,
  talk,
  standing,
  messages,
  hasOlder,
  isOlder,
  newKey,
  mark,
  refused,
  boundaries,
}: TalkPageProps) {
  const { t } = page;
  const here = `/messages/${talk.talkId}`;
  const isRequest = talk.state === 'waiting';
  const title = t(isRequest && !talk.iAsked ? 'messages.asks-title' : 'messages.with', {
    name: talk.otherName,
  });
  return (
    <Layout page={page} title={title} current="me">
      <PageHead title={title} back={{ href: '/messages', label: t('messages.title') }} />
      <ErrorSummary page={page} errors={refused?.errors} />
      {talk.state !== 'open' && <RequestCard page={page} talk={talk} />}
      <section class="section" aria-label={t('messages.said')}>
        {hasOlder && (
          <ButtonLink href={`${here}?before=${messages[0]!.born}`} look="text">
            {t('messages.older')}
          </ButtonLink>
        )}
        <div id={MESSAGES} data-live={isOlder ? undefined : `${here}/live`} data-after={mark}>
          {!isRequest && messages.map((message) => messageView(page, talk.talkId, message))}
        </div>
        <p id={LIVE_WORDS} class="unseen" role="status" />
        {isOlder && (
          <ButtonLink href={here} look="plain">
            {t('messages.latest')}
          </ButtonLink>
        )}
      </section>
      {talk.state === 'open' && !isOlder && (
        <BoundariesCard page={page} boundaries={boundaries} name={talk.otherName} />
      )}
      {talk.state === 'open' && !isOlder && (
        <WritingForm
          page={page}
          talk={talk}
          standing={standing}
          isFirst={messages.length === 0}
          newKey={newKey}
          refused={refused}
        />
      )}
      <TalkAsides page={page} talk={talk} />
    </Layout>
  );
}
