import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { keyring } from '../../src/platform/crypto/index.ts';
import { runningEmbeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { type People, type Person, settle } from '../../test/kit/people.ts';

/** A community with its named people, on the database of a running server. */
export interface Town {
  owner: pg.Pool;
  login: pg.ClientConfig;
  people: People;
  /** The header that makes a request hers. */
  cookie(person: Person): string;
}

/** Moves the named people in, if they are not there, and passes the open town to `work`. */
export async function inTown<T>(dataDir: string, work: (town: Town) => Promise<T>): Promise<T> {
  const login = await ownerLogin(dataDir);
  const owner = new pg.Pool({ ...login, max: 2 });
  try {
    const people = (await peopleIn(dataDir)) ?? (await moveIn(dataDir, owner));
    return await work({ owner, login, people, cookie: (person) => cookieOf(dataDir, person) });
  } finally {
    await owner.end();
  }
}

/** The way in for the owner of the database that a running server keeps. */
export async function ownerLogin(dataDir: string): Promise<pg.ClientConfig> {
  const login = await runningEmbeddedPostgres(dataDir);
  if (!login) throw new Error('No database runs there');
  return login;
}

/** The cookie the sign-in would have set. */
export function cookieOf(dataDir: string, { sessionToken }: Person): string {
  const { secret } = keyring(null, dataDir);
  const signature = createHmac('sha256', secret).update(sessionToken).digest('base64');
  return `better-auth.session_token=${encodeURIComponent(`${sessionToken}.${signature}`)}`;
}

// Who they are is kept beside the database, so that a town can be entered again.
const noted = (dataDir: string): string => join(dataDir, 'people.json');

async function peopleIn(dataDir: string): Promise<People | null> {
  return existsSync(noted(dataDir)) ? JSON.parse(readFileSync(noted(dataDir), 'utf8')) : null;
}

async function moveIn(dataDir: string, owner: pg.Pool): Promise<People> {
  await owner.query('UPDATE installation SET setup_token_hash = NULL'); // nobody will follow the set-up link
  const people = await settle(owner);
  await tellAboutMaya(owner, people.maya);
  writeFileSync(noted(dataDir), JSON.stringify(people));
  return people;
}

/** A baby of four months, a place in Chicago, two languages, evenings free. */
async function tellAboutMaya(owner: pg.Pool, maya: Person): Promise<void> {
  const born = new Date();
  born.setUTCMonth(born.getUTCMonth() - 4, 1);
  const stages = [{ kind: 'baby', birthMonth: born.toISOString().slice(0, 7) }];
  await owner.query(
    `INSERT INTO answers (community_id, member_id, stages, country, region, postcode, place_name, latitude, longitude,
       supports, topics, languages, free, finished_at)
     VALUES ($1, $2, $3, 'US', 'IL', '60614', 'Chicago', 41.9229, -87.6483, '{emotional,practical}',
       '{sleep,feeding,low-mood}', '{en,es}', '{2-evening,4-evening,6-morning}', now())`,
    [maya.communityId, maya.memberId, JSON.stringify(stages)],
  );
}
