import { newId } from '../../platform/crypto/index.ts';
import { type Fetched, fetchPolitely, type Refused, userAgent } from '../../platform/fetching/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { addressFor } from '../../platform/posting/index.ts';
import { POLITELY, type Trouble } from './looking.ts';
import { type Feed, readFeed } from './reading/feed.ts';

/** A source this server has taken on; nobody else fetches it meanwhile. */
interface Claim {
  community_id: string;
  source_id: string;
  address: string;
  etag: string | null;
  last_modified: string | null;
  failures: number;
  /** The community's own host, where it has one. */
  host: string | null;
}

/** What becomes of it. */
interface Outcome {
  due_at: Date;
  failures: number;
  trouble: Trouble | null;
  etag: string | null;
  last_modified: string | null;
  address?: string | null;
  site?: string | null;
  language?: string | null;
}

const AT_ONCE = 6;
const HOUR_MS = 60 * 60 * 1000;
const LONGEST_WAIT_HOURS = 24;
const LONGEST_ASKED_MS = 7 * 24 * HOUR_MS;

/**
 * Fetches every source that is due, a few at a time and never two of one host. Claims are rows: however many servers
 * do it together, each source is asked once; what a killed server left is due again in five minutes.
 */
export async function fetchDue(parts: JobParts): Promise<void> {
  const { db, now, stopping } = parts;
  const taker = newId();
  const began = performance.now();
  const moment = () => new Date(now.getTime() + performance.now() - began);
  while (!stopping.aborted) {
    const claims = await db.ask<Claim>('SELECT * FROM access.take_feed_sources($1, $2, $3)', [
      moment(),
      taker,
      AT_ONCE,
    ]);
    if (claims.length === 0) return;
    await Promise.all(claims.map((claim) => fetchOne(parts, taker, claim)));
  }
}

async function fetchOne(parts: JobParts, taker: string, claim: Claim): Promise<void> {
  const { db, now, log } = parts;
  try {
    const answer = await fetchPolitely(claim.address, {
      ...POLITELY,
      userAgent: userAgent(addressFor(parts.config, claim.host)),
      etag: claim.etag,
      lastModified: claim.last_modified,
      allowed: parts.fetchFrom,
    });
    const feed =
      answer.refused === null && answer.status === 200
        ? await readFeed(answer.bytes, answer.contentType, answer.finalUrl, now)
        : null;
    await db.ask('SELECT access.keep_feed($1, $2, $3, $4, $5, $6)', [
      now,
      claim.community_id,
      claim.source_id,
      taker,
      JSON.stringify(outcomeOf(answer, feed, claim, now)),
      feed &&
        JSON.stringify(
          feed.items.map(({ publishedAt, ...item }) => ({ ...item, published_at: publishedAt })),
        ),
    ]);
  } catch (error) {
    log.error({ source: claim.source_id, err: error }); // it is due again in five minutes
  }
}

function outcomeOf(answer: Fetched | Refused, feed: Feed | null, claim: Claim, now: Date): Outcome {
  if (answer.refused !== null) return troubled(answer.refused, answer.retryAfterSeconds, claim, now);
  if (answer.status === 200 && !feed) return troubled('no-feed', null, claim, now);
  return {
    due_at: new Date(now.getTime() + HOUR_MS),
    failures: 0,
    trouble: null,
    // Too long to keep: then it is asked anew each time.
    etag: short(answer.etag, 500),
    last_modified: short(answer.lastModified, 100),
    address: answer.permanent,
    site: feed?.site,
    language: feed && short(feed.language, 20),
  };
}

/** An hour, two, four … a day; longer when it asks for longer, a week at most. */
function troubled(trouble: Trouble, retryAfter: number | null, claim: Claim, now: Date): Outcome {
  const failures = claim.failures + 1;
  const patience = Math.min(2 ** Math.min(failures - 1, 10), LONGEST_WAIT_HOURS) * HOUR_MS;
  const asked = Math.min((retryAfter ?? 0) * 1000, LONGEST_ASKED_MS);
  const { etag, last_modified } = claim;
  return {
    due_at: new Date(now.getTime() + Math.max(patience, asked)),
    failures,
    trouble,
    etag,
    last_modified,
  };
}

const short = (text: string | null, most: number): string | null =>
  text !== null && text.length <= most ? text : null;
