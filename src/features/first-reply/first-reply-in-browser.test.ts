import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../../../test/kit/browser.ts';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { translator } from '../../platform/i18n/index.ts';
import { answer, ask, climb, later } from './asking.fixture.ts';

const world = await newWorld();
const server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
afterAll(() => new Promise((closed) => server.close(closed)));
const browser = await openBrowser();
const t = translator('en');
const room = `/circles/${NIGHT_FEEDS}`;

/** Somebody's phone, signed in. */
async function phone(who: keyof People, options = {}) {
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const seen = await visit(browser, url, options);
  const [name, value] = [...world.as(who).cookies].find(([cookie]) => cookie.endsWith('session_token'))!;
  await seen.context.addCookies([{ name, value, url }]);
  return seen;
}

test('nobody posts into silence: from the post that asks to the word that answers it', async () => {
  const dana = await phone('dana', { javaScriptEnabled: false });
  await dana.open('/me/listening');
  await dana.page.getByText(t('first-reply.listen-yes')).click();
  await dana.page.getByRole('button', { name: t('first-reply.save') }).click();

  const maya = await phone('maya');
  await maya.page.goto(room);
  await maya.page.locator('#write textarea[name=body]').fill('Could somebody hold her for an hour?');
  await maya.page.locator('select[name=asks]').selectOption('practical');
  await maya.page.getByRole('button', { name: t('conversation.post'), exact: true }).click();
  await maya.page.locator('p.heard', { hasText: t('first-reply.not-seen') }).waitFor();
  const thread = await maya.page.locator('p.heard a').getAttribute('href');

  // First to members: it stands above everything else that was said.
  const rosa = await phone('rosa');
  await rosa.page.goto(room);
  const waits = rosa.page.locator('.waiting', { hasText: t('first-reply.waiting') });
  expect(await waits.textContent()).toContain('Maya asks for a hand');
  const [wait, write] = [await waits.boundingBox(), await rosa.page.locator('#posts').boundingBox()];
  expect(wait!.y).toBeLessThan(write!.y);
  await dana.page.goto(room);
  await maya.page.goto(thread!);
  await maya.page.getByText('2 people have seen this.').waitFor();

  // Then to somebody who offered; a "not now" is fine, and told to nobody.
  await climb(world, later(3.1));
  await dana.page.goto('/notifications');
  await dana.page.getByRole('link', { name: /Maya would be glad of a word/ }).click();
  await dana.look();
  await maya.page.reload();
  await maya.page.getByText('2 people have seen this. Dana has been asked to look in.').waitFor();
  await maya.look();
  await dana.page.getByRole('button', { name: t('first-reply.not-now') }).click();
  await dana.page.getByText(t('first-reply.not-now-fine')).waitFor();

  // Then to those who look after the circle. Her page is open when the word comes: it needs no reloading.
  await climb(world, later(6.1));
  await maya.page.reload();
  const told = maya.page.getByText('Rosa, who looks after this circle, has been told.');
  await told.waitFor();
  await rosa.page.goto(thread!);
  await rosa.page.locator('#write textarea[name=body]').fill('I am free at four.');
  await rosa.page.locator('#write button:not([type=button])').last().click();
  await maya.page.locator('#replies').getByText('I am free at four.').waitFor();
  await told.waitFor({ state: 'detached' });
  await dana.page.goto(room);
  expect(await dana.page.locator('.waiting').count()).toBe(0);

  // And in the coordinator's figures: at once, an hour, two, three, ten. Half within two; nine in ten between three and
  // ten, at 3 + 0.6 × 7.
  for (const [asked, answered] of [
    [1, 0],
    [4, 2],
    [6, 3],
    [20, 10],
  ] as const)
    await answer(world, 'dana', await ask(world, 'rosa', { hoursAgo: asked }), { hoursAgo: answered });
  const admin = await phone('admin');
  await admin.page.goto('/community');
  const half = t('first-reply.figures-half', { median: '2 hours', slow: '7 hours' });
  await admin.page.getByText(half).waitFor();
  for (const { close } of [maya, dana, rosa, admin]) await close();
}, 60_000);
