import type { Database } from '../db/index.ts';
import type { Log } from '../log/index.ts';

/** What open pages follow. Each kind has its own count of changes, which only grows. */
export interface Subject {
  kind: 'thread' | 'circle' | 'talk';
  communityId: string;
  id: string;
}

export interface Live {
  /** Calls `changed` soon after the subject's version is beyond `after`, then for every later one. Returns the end of it. */
  watch(subject: Subject, after: number, changed: (version: number) => void, ended: () => void): () => void;
  /** Ends every open page's stream: the server goes down, and the pages will find the next one. */
  close(): void;
}

interface Watcher {
  after: number;
  changed: (version: number) => void;
  ended: () => void;
}

interface Watched {
  subject: Subject;
  watchers: Set<Watcher>;
}

/** How long a change may go unnoticed. */
const EVERY_MS = 300;
const VERSIONS = {
  thread: 'SELECT n::int, version::float8 FROM access.thread_versions($1, $2)',
  circle: 'SELECT n::int, version::float8 FROM access.circle_versions($1, $2)',
  talk: 'SELECT n::int, version::float8 FROM access.talk_versions($1, $2)',
};
const KINDS = ['thread', 'circle', 'talk'] as const;

/**
 * One question every so often for all that is watched in this process, and none while nothing is. Asking works behind
 * every pooler, where listening does not.
 */
export function liveUpdates(db: Database, log: Log): Live {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  async function look(kind: Subject['kind']): Promise<void> {
    const some = [...watched.values()].filter(({ subject }) => subject.kind === kind);
    if (some.length === 0) return;
    const [communities, ids] = [
      some.map(({ subject }) => subject.communityId),
      some.map(({ subject }) => subject.id),
    ];
    const rows = await db.ask<{ n: number; version: number | null }>(VERSIONS[kind], [communities, ids]);
    for (const { n, version } of rows) {
      if (version === null) continue;
      for (const watcher of some[n - 1]!.watchers) {
        if (watcher.after >= version) continue;
        watcher.after = version;
        watcher.changed(version);
      }
    }
  }

  async function round(): Promise<void> {
    try {
      for (const kind of KINDS) await look(kind);
    } catch (error) {
      log.warn({ err: error }); // the database is away for a moment: asked again in the next round
    }
    timer = watched.size > 0 && !closed ? setTimeout(round, EVERY_MS) : null;
    timer?.unref();
  }

  return {
    watch(subject, after, changed, ended) {
      const key = `${subject.kind} ${subject.communityId} ${subject.id}`;
      const place = watched.get(key) ?? { subject, watchers: new Set() };
      const watcher = { after, changed, ended };
      watched.set(key, place);
      place.watchers.add(watcher);
      if (!timer && !closed) {
        timer = setTimeout(round, EVERY_MS);
        timer.unref();
      }
      return () => {
        place.watchers.delete(watcher);
        if (place.watchers.size === 0) watched.delete(key);
      };
    },
    close() {
      closed = true;
      if (timer) clearTimeout(timer);
      for (const { watchers } of [...watched.values()]) for (const watcher of [...watchers]) watcher.ended();
    },
  };
}
