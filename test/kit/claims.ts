import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import {
  aHelpCalendar,
  type MadeCalendar,
} from '../../src/features/help-calendars/a-help-calendar.fixture.ts';
import { keyring, newToken } from '../../src/platform/crypto/index.ts';
import { runningEmbeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { authPool, connections, database } from '../../src/platform/db/index.ts';
import { settle } from './people.ts';
import type { World } from './world.ts';

/** How one helper was answered: their own page, the kind word with what is still open, or nobody answered any more. */
export interface Answered {
  helper: number;
  slotId: string;
  status: number;
  /** Of a 303: the helper's own page. Of a 409: the page. */
  said: string;
}

export interface Race {
  answers: Answered[];
  seconds: number;
}

/** Maya's calendar in a running server's own database, its owner's connection beside it. */
export async function calendarIn(dataDir: string, slots: number) {
  const login = (await runningEmbeddedPostgres(dataDir))!;
  const owner = new pg.Pool({ ...login, max: 2 });
  const people = await settle(owner);
  const keys = keyring(null, dataDir);
  const pools = connections({
    app: { ...login, user: 'porchlight_app' },
    auth: { ...login, user: 'porchlight_auth' },
    stepInto: false,
    most: 2,
    named: true,
    onError: () => {},
  });
  const world = { people, owner, parts: { db: database(pools), keys, authPool: authPool(pools) } };
  const made = await aHelpCalendar(world as unknown as World, { weeks: Math.ceil(slots / 7) });
  await owner.query('DELETE FROM help_slots WHERE slot_id <> ALL ($1)', [
    made.slots.slice(0, slots).map(({ slotId }) => slotId),
  ]);
  return {
    owner,
    people,
    keys,
    made: { ...made, slots: made.slots.slice(0, slots) },
    end: async () => {
      await pools.close();
      await owner.end();
    },
  };
}

/** One with a form open; sent again, it is the same form. */
export interface Helper {
  number: number;
  once: string;
}
export const helpersWaiting = (count: number): Helper[] =>
  Array.from({ length: count }, (_, number) => ({ number, once: randomUUID() }));

/** All these helpers at once, each over a socket of their own, each for one slot, all slots wanted by as many. */
export async function raceFor(
  url: string,
  keys: ReturnType<typeof keyring>,
  { link, slots }: Pick<MadeCalendar, 'link' | 'slots'>,
  helpers: readonly Helper[],
  onAnswer: (answers: number) => void = () => {},
): Promise<Race> {
  const began = performance.now();
  let count = 0;
  const answers = await Promise.all(
    helpers.map(async (helper) => {
      const one = await claim(url, keys, link, slots[helper.number % slots.length]!.slotId, helper);
      count += 1;
      onAnswer(count);
      return one;
    }),
  );
  return { answers, seconds: (performance.now() - began) / 1000 };
}

function claim(
  url: string,
  keys: ReturnType<typeof keyring>,
  link: string,
  slotId: string,
  { number, once }: Helper,
): Promise<Answered> {
  const seed = newToken();
  const mail = `helper-${number}@example.org`;
  const body = new URLSearchParams({
    _csrf: keys.sign('csrf', seed),
    once,
    name: `Helper ${number}`,
    mail,
  }).toString();
  return new Promise((done) => {
    const gone = () => done({ helper: number, slotId, status: 0, said: '' });
    const sent = request(
      `${url}${link}/slots/${slotId}`,
      {
        method: 'POST',
        agent: new Agent(),
        headers: {
          cookie: `seed=${seed}`,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': body.length,
          // A house each, as far as the trusted proxy says.
          'x-forwarded-for': `198.51.${number >> 8}.${number & 255}`,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('end', () =>
          done({ helper: number, slotId, status: answer.statusCode!, said: answer.headers.location ?? text }),
        );
        answer.on('error', gone);
      },
    );
    sent.on('error', gone);
    sent.end(body);
  });
}
