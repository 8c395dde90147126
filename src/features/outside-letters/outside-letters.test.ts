import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken, newId } from '../../platform/crypto/index.ts';
import { runJob } from '../../platform/jobs/index.ts';
import { headerOf, outbox } from '../letters/letters.fixture.ts';
import { makeLink, tokenOf } from '../links/index.ts';
import { herKey } from '../sealing/index.ts';
import { outsideLetterJobs, postOutside } from './index.ts';

const world = await newWorld();
const { maya, dana } = world.people;
const { db, keys } = world.parts;
const SAM = 'sam@example.org';
let stillTold = true;
const jobs = outsideLetterJobs({
  'test.news': async (_parts, { address, t }) =>
    stillTold
      ? {
          subject: t('letters.subject.instant'),
          paragraphs: ['Maya has news for you.'],
          links: [{ label: 'Open', href: `${address}/near/somewhere` }],
        }
      : null,
});
const send = (now = new Date()) => runJob(world.parts, jobs, 'outside-letters.sending', now);
const order = (once: string, more: { to?: string; dueAt?: Date; of?: typeof maya } = {}) =>
  db.write(more.of ?? maya, async (tx) => {
    const from = more.of ?? maya;
    await herKey(tx, keys, from);
    await postOutside(tx, keys, {
      communityId: from.communityId,
      holderId: from.memberId,
      kind: 'test.news',
      to: more.to ?? SAM,
      locale: 'en',
      about: { update: newId() },
      once,
      ...(more.dueAt ? { dueAt: more.dueAt } : {}),
    });
  });
const states = async () =>
  (await world.owner.query('SELECT state FROM outside_letters ORDER BY created_at')).rows.map(
    ({ state }) => state,
  );

beforeEach(async () => {
  await world.owner.query('DELETE FROM outside_letters');
  await world.owner.query('DELETE FROM outside_silences');
  stillTold = true;
});

test('ordered twice it goes once, when it is due, and who gets it is sealed', async () => {
  const before = (await outbox(world).catch(() => [])).length;
  const tomorrow = new Date(Date.now() + 86_400_000);
  await order('a', { dueAt: tomorrow });
  await order('a');
  await send();
  expect(await states()).toEqual(['waiting']);
  const { rows } = await world.owner.query('SELECT * FROM outside_letters');
  expect(JSON.stringify(rows)).not.toContain('sam');
  await send(tomorrow);
  await send(tomorrow);
  expect(await states()).toEqual(['sent']);
  const all = await outbox(world);
  expect(all).toHaveLength(before + 1);
  const letter = all.find(({ to }) => to?.[0]?.address === SAM)!;
  expect(letter.text).toContain('Maya has news for you.');
  expect(headerOf(letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
});

test('what is no longer true when it is due is not sent', async () => {
  await order('b');
  stillTold = false;
  await send();
  expect(await states()).toEqual(['empty']);
});

test('no more letters: from her alone, or from anybody here, in one click and without being told who', async () => {
  const { rows } = await (async () => {
    await order('c');
    return world.owner.query('SELECT letter_id FROM outside_letters');
  })();
  await send();
  const letter = (await outbox(world)).find(({ messageId }) => messageId?.includes(rows[0].letter_id))!;
  const link = new URL(/<(.+)>/.exec(headerOf(letter, 'List-Unsubscribe'))![1]!).pathname;
  const page = await world.nobody().get(link);
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/Maya|sam@/);
  expect((await world.nobody().post(link, { from: 'her' })).status).toBe(303);
  await order('d');
  await order('e', { to: ' SAM@example.org' });
  await order('f', { of: dana });
  await send();
  expect(await states()).toEqual(['sent', 'empty', 'empty', 'sent']);
  await world.nobody().post(link, { from: 'everybody' });
  await order('g', { of: dana });
  await send();
  expect((await states()).at(-1)).toBe('empty');
  expect((await world.nobody().get(`${link.slice(0, -1)}x`)).status).toBe(404);
});

test('whoever came by a link of hers orders letters in her name alone', async () => {
  const link = await db.write(maya, async (tx) => {
    await herKey(tx, keys, maya);
    return makeLink(tx, keys, maya, 'helper', newId());
  });
  const scope = { communityId: maya.communityId, memberId: null, linkHash: hashToken(tokenOf(keys, link)) };
  const to = {
    communityId: maya.communityId,
    kind: 'test.news',
    to: SAM,
    locale: 'en',
    about: {},
    once: 'h',
  };
  await db.write(scope, (tx) => postOutside(tx, keys, { ...to, holderId: maya.memberId }));
  expect(await states()).toEqual(['waiting']);
  await expect(
    db.write(scope, (tx) => postOutside(tx, keys, { ...to, once: 'i', holderId: dana.memberId })),
  ).rejects.toThrow();
});

test('nobody’s mailbox is flooded in a member’s name', async () => {
  await world.owner.query(
    `INSERT INTO outside_letters (community_id, letter_id, holder_id, kind, once, sealed_to, mark, locale, next_try, state)
     SELECT $1, gen_random_uuid(), $2, 'test.news', 'many' || n, '', lpad(n::text, 22, 'x'), 'en', now(), 'sent'
     FROM generate_series(1, 200) n`,
    [maya.communityId, maya.memberId],
  );
  expect(await order('j').catch((error) => error)).toMatchObject({ status: 429 });
});
