import { z } from 'zod';
import { ownPath, Problem, readForm, required, routes, seeOther, text } from '../../platform/http/index.ts';
import type { AuthParts } from './auth.ts';
import { deleteAccount, forgetHere, signOut } from './ending.ts';
import { joinCommunity } from './joining.ts';
import { JoinPage } from './pages/join.tsx';

const Joining = z.object({ name: required(60, 'accounts.name-missing'), next: text(500).optional() });

/** An account's way into this community, and anybody's way out. */
export function joinRoutes(parts: AuthParts) {
  const rooms = routes();

  rooms.get('/join', (c) => {
    const next = ownPath(c.req.query('next'), '');
    if (c.get('viewer')) return seeOther(c, next || '/plan');
    if (!c.get('account')) return seeOther(c, `/sign-in?next=${encodeURIComponent(next || '/welcome')}`);
    return c.html(<JoinPage page={c.get('page')} next={next} />);
  });

  rooms.post('/join', async (c) => {
    const account = c.get('account');
    if (!account) throw new Problem(401, 'errors.signIn');
    const form = await readForm(c, Joining);
    const next = ownPath([form.raw.next ?? ''].flat()[0], '');
    if (!form.ok) {
      const name = [form.raw.name ?? ''].flat()[0];
      return c.html(<JoinPage page={c.get('page')} next={next} name={name} errors={form.errors} />, 422);
    }
    await joinCommunity(c, account.accountId, form.values.name);
    // Her plan is made of her answers, so it waits until she was asked.
    return seeOther(c, next === '' || next === '/plan' ? '/welcome' : next);
  });

  rooms.post('/join/withdrawal', async (c) => {
    const account = c.get('account');
    if (!account) throw new Problem(401, 'errors.signIn');
    if (!(await deleteAccount(parts, c, account.accountId))) await signOut(parts, c);
    forgetHere(c);
    return seeOther(c, '/', 'accounts.signed-out');
  });

  rooms.post('/sign-out', async (c) => {
    await signOut(parts, c);
    return seeOther(c, '/', 'accounts.signed-out');
  });
  return rooms;
}
