import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { translator } from '../../src/platform/i18n/index.ts';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());
const t = translator('en');

test('what she writes survives a closed tab and a lost connection, and is nobody else’s on a shared phone', async () => {
  const her = await visit(browser, server.url);
  const { context } = her;
  let { page } = her;
  await page.goto('/demo/sign-in/maya');
  await page.goto('/language?to=en&back=/circles');
  const room = (await page
    .locator('a[href*="/circles/"]', { hasText: 'Night Feeds' })
    .first()
    .getAttribute('href'))!;
  const box = () => page.locator('textarea[name=body]');
  const post = () => page.locator('form#write button.btn').first();
  await page.goto(room);
  const noName = () => page.locator('input[name=anonymous]');
  const asks = () => page.locator('select[name=asks]');
  await noName().check();
  // A page that refreshes in place under her hands takes neither her words nor that she goes without her name.
  await page.locator('.post-acts button[aria-pressed=false]').first().click();
  await page.locator('.post-acts button[aria-pressed=true]').first().waitFor();
  expect(await noName().isChecked()).toBe(true);
  await box().fill('Awake again, **and** fine');
  await asks().selectOption('emotional');
  await page.close();

  page = await context.newPage();
  await page.goto(room);
  const asShe = async () => [await box().inputValue(), await noName().isChecked(), await asks().inputValue()];
  expect(await asShe()).toEqual(['Awake again, **and** fine', true, 'emotional']);
  await context.setOffline(true);
  await post().click();
  await page.getByText(t('ui.unsent')).waitFor();
  expect(await box().inputValue()).toBe('Awake again, **and** fine');
  await context.setOffline(false);

  // The post arrives, the answer is lost on the way: sent once more, it is still one post.
  let isLost = true;
  await page.route(`**${room}/posts`, async (route) => {
    if (!isLost) return route.continue();
    isLost = false;
    await route.fetch({ maxRedirects: 0 });
    return route.abort();
  });
  await post().click();
  await page.getByText(t('ui.unsent')).waitFor();
  await post().click();
  const posted = page.locator('article.post', { hasText: 'Awake again, and fine' });
  await posted.waitFor();
  expect(await posted.count()).toBe(1);
  expect(await asShe()).toEqual(['', false, '']);
  await page.reload();
  expect(await asShe()).toEqual(['', false, '']);

  // Other words for it, half written: kept as well, and said to be when there is no connection.
  const edit = (await page.locator('a[href$="/edit"]').first().getAttribute('href'))!;
  await page.goto(edit);
  await box().fill('Awake again, and almost fine');
  await page.goto(edit);
  expect(await box().inputValue()).toBe('Awake again, and almost fine');
  await context.setOffline(true);
  await page.getByRole('button', { name: t('conversation.save') }).click();
  await page.getByText(t('ui.unsent')).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: t('conversation.save') }).click();
  await page.getByText('Awake again, and almost fine').waitFor();
  await page.goto(room);

  // Somebody else signs in without her having signed out.
  await box().fill('for my eyes only');
  await page.goto('/demo/sign-in/dana');
  await page.goto(room);
  expect(await box().inputValue()).toBe('');
  expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('eyes only');
  await context.close();
});

test('a photo, a poll and the shelf, as everybody meets them', async () => {
  const her = await visit(browser, server.url);
  const { page } = her;
  await page.goto('/demo/sign-in/rosa');
  await page.goto('/language?to=en&back=/circles');
  const room = (await page
    .locator('a[href*="/circles/"]', { hasText: 'Night Feeds' })
    .first()
    .getAttribute('href'))!;
  await page.goto(room);
  for (const fold of [
    'photos.add',
    'conversation.poll-add',
    'conversation.how',
    'conversation.note-add',
  ] as const)
    await page.locator('.fold summary', { hasText: t(fold) }).click();
  expect(await page.locator('#f-photo-2').isVisible()).toBe(false);
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c09060' } })
    .jpeg()
    .toBuffer();
  await page.setInputFiles('#f-photo', { name: 'IMG.jpg', mimeType: 'image/jpeg', buffer });
  expect(await page.locator('#f-photo-2').isVisible()).toBe(true);
  await page.fill('#f-photo-about', 'A lamp');
  await page.fill('textarea[name=options]', 'Monday\nTuesday');
  await page.fill('textarea[name=body]', 'Which evening?\n\n- one\n- two\n\n> said she');
  await page.evaluate('scrollTo(0, 0)');
  await her.look();
  await page.locator('form#write button.btn').first().click();
  const photo = page.locator('img[alt="A lamp"]');
  await photo.waitFor();
  await photo.scrollIntoViewIfNeeded();
  await page.waitForFunction(`document.querySelector('img[alt="A lamp"]').naturalWidth === 480`);
  await page.locator('.poll input').first().check();
  await page.locator('.poll button').click();
  await page.getByText(t('conversation.poll-few')).waitFor();
  await page
    .locator('article.post', { hasText: 'Which evening?' })
    .getByRole('link', { name: t('conversation.reply') })
    .click();
  await page.getByText(t('conversation.pin')).click();
  await page.locator('.pinned').waitFor();
  await page.evaluate('scrollTo(0, 0)'); // what the header half covers counts as a small target
  await her.look();
  await page.goto(`${room}/shelf`);
  await page.locator('summary', { hasText: t('shelf.add') }).click();
  await page.fill('#f-title', 'Doors');
  await page.fill('#f-note', 'Ring twice');
  await page.getByRole('button', { name: t('shelf.put') }).click();
  await page.getByText(t('shelf.added')).waitFor();
  await her.close();
});
