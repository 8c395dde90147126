import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { openBrowser, PHONE } from '../../../test/kit/browser.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { projectFile } from '../../platform/config/paths.ts';

const world = await newWorld();
const server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
afterAll(() => new Promise((closed) => server.close(closed)));
const browser = await openBrowser();

// The script as it is built, without needing the whole build.
const { outputFiles } = await build({
  entryPoints: [projectFile('src/browser/passkey.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2020',
});

async function phone() {
  const baseURL = `http://localhost:${(server.address() as AddressInfo).port}`;
  const context = await browser.newContext({ baseURL, viewport: PHONE, locale: 'en-US' });
  const [name, value] = [...world.as('maya').cookies].find(([cookie]) => cookie.endsWith('session_token'))!;
  await context.addCookies([{ name, value, url: baseURL }]);
  await context.route('**/assets/passkey*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]!.text }),
  );
  const page = await context.newPage();
  const authenticator = await context.newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page };
}

test('she adds a passkey, signs out, and comes back in with it to where she was going', async () => {
  const { context, page } = await phone();
  await page.goto('/me');
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click();
  await page.getByText('The passkey is kept.').waitFor();
  await page.getByRole('button', { name: /^Remove the passkey Chrome on/ }).waitFor();

  await context.clearCookies();
  await page.goto('/sign-in?next=/me/sessions');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/me/sessions');
  await page.getByText('This one').waitFor();
  const { rows } = await world.owner.query('SELECT counter::int FROM auth.passkey');
  expect(rows).toHaveLength(1);
  expect(rows[0].counter).toBeGreaterThan(0);

  // Taken away, the same passkey opens nothing, and she is told quietly.
  await world.owner.query('DELETE FROM auth.passkey');
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('You can always sign in with a code.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await context.close();
});
