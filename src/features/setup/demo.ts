import { findPostcode } from '../../platform/geo/index.ts';
import type { Parts } from '../../platform/http/index.ts';
import { notFound, routes, seeOther } from '../../platform/http/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import { accountForEmail, startSession } from '../accounts/index.ts';
import { found } from './founding.ts';
import { sampleAccounts } from './sample/accounts.ts';

/** Whom one can be in the demo. */
export const DEMO_PEOPLE = ['maya', 'dana', 'rosa', 'admin'] as const;

const emailOf = (person: string) => `${person}@example.org`;

/** Founds the demo's community, filled; `token` is the set-up link's, which is used up. */
export async function foundDemo(parts: Parts, token: string): Promise<void> {
  const place = findPostcode('US', '60657')!;
  await found(parts, token, {
    name: 'Lakeview Porch',
    place,
    timeZone: place.timeZone!,
    languages: ['en', 'es'],
    charter: translator('en')('setup.charter'),
    coordinator: { accountId: await accountForEmail(parts, emailOf('admin')), name: 'Ada', locale: 'en' },
    sample: await sampleAccounts(parts),
  });
}

/** Sign-in links without a code. Mounted in the demo alone: its people are invented and its folder is thrown away. */
export function demoRoutes(parts: Parts) {
  const door = routes();
  door.get('/demo/sign-in/:person', async (c) => {
    const person = DEMO_PEOPLE.find((one) => one === c.req.param('person')) ?? notFound();
    await startSession(parts, c, await accountForEmail(parts, emailOf(person)));
    return seeOther(c, '/plan');
  });
  return door;
}
