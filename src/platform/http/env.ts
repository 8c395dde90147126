import { type Context, Hono } from 'hono';
import type { Page } from '../../ui/page.ts';
import type { Config } from '../config/config.ts';
import type { Keyring } from '../crypto/index.ts';
import type { Database } from '../db/index.ts';
import type { Live } from '../live/index.ts';
import type { Log } from '../log/index.ts';
import type { Mail } from '../mail/index.ts';

/** The community a request is about. */
export interface Community {
  communityId: string;
  name: string;
  country: string;
  region: string | null;
  postcode: string | null;
  placeName: string | null;
  latitude: number | null;
  longitude: number | null;
  timeZone: string;
  languages: string[];
  charter: string;
  /** What is promised to a post that asks for something. */
  firstReplyHours: number;
  /** How many letters to outsiders go in one member's name in a day. */
  lettersADay: number;
  isSample: boolean;
}

/** Somebody signed in, with or without a membership here. */
export interface Account {
  accountId: string;
  sessionId: string;
}

/** A signed-in member of this community. A database scope: what she may see, `db.read(viewer, …)` shows. */
export interface Viewer extends Account {
  communityId: string;
  memberId: string;
  displayName: string;
  role: 'member' | 'moderator' | 'coordinator';
  locale: string;
  timeZone: string;
  /** Set while she takes no part in the community: only what is hers is open to her. */
  suspendedUntil: Date | null;
  /** Something may wait that she has not seen; what exactly, only her notifications tell. */
  hasUnseen: boolean;
}

/** What every handler finds in `c.var`. A feature may add to it by declaration merging. */
export interface Variables {
  requestId: string;
  config: Config;
  db: Database;
  keys: Keyring;
  mail: Mail;
  live: Live;
  log: Log;
  /** Runs a job at once instead of at its next tick; nothing where no jobs run. */
  soon: (job: string) => void;
  /** See `Parts.fetchFrom`; empty outside tests. */
  fetchFrom: readonly string[];
  community: Community;
  account: Account | null;
  viewer: Viewer | null;
  /** Whether the session that asked is still good, and its member still takes part: for what outlives its request. */
  isStillIn: () => Promise<boolean>;
  page: Page;
}

export interface Env {
  Variables: Variables;
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
}

export type Ctx = Context<Env>;

/** An empty set of routes. */
export const routes = () => new Hono<Env>({ strict: false });
