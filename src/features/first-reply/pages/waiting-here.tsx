import type { Page } from '../../../ui/index.ts';
import type { HerAsk } from '../her-ask.ts';
import type { Waiting } from '../waiting.ts';
import { beginningOf, whatHappened, whoAsks } from './saying.ts';

interface Props {
  page: Page;
  /** '/circles/…' */
  circle: string;
  waiting: Waiting[];
  hers: Map<string, HerAsk>;
}

/** First in the room: who waits for a word; and to her who asked, what has been done about it. */
export function WaitingHere({ page, circle, waiting, hers }: Props) {
  const { t } = page;
  const others = waiting.filter(({ mine }) => !mine);
  const own = waiting.flatMap((one) => {
    const ask = hers.get(one.threadId);
    return ask ? [{ ...one, ask }] : [];
  });
  return (
    <>
      {own.map((one) => (
        <p class="heard">
          <a href={`${circle}/posts/${one.threadId}`}>{t('first-reply.yours')}</a>{' '}
          {whatHappened(page, one.ask)}
        </p>
      ))}
      {others.length > 0 && (
        <section class="waiting" aria-labelledby="waiting">
          <h2 id="waiting">{t('first-reply.waiting')}</h2>
          <ul>
            {others.map((one) => (
              <li>
                <a href={`${circle}/posts/${one.threadId}`}>{whoAsks(page, one)}</a>
                <span class="quiet">{beginningOf(one)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
