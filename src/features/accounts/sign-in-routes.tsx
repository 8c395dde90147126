import { z } from 'zod';
import { type Ctx, ownPath, readForm, required, routes, seeOther, text } from '../../platform/http/index.ts';
import { asker, rememberAsker, welcomeIn } from './arrival.ts';
import type { AuthParts } from './auth.ts';
import { sendCode, useCode } from './code.ts';
import { spendCode, spendTry } from './limits.ts';
import { CodePage } from './pages/code.tsx';
import { LinkPage, OldLinkPage } from './pages/link.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { openTicket } from './ticket.ts';

const Asking = z.object({
  email: required(254, 'accounts.email-missing').toLowerCase().pipe(z.email('accounts.email-unfit')),
  next: text(500).optional(),
});
const Trying = z.object({
  code: required(40, 'accounts.code-missing')
    .transform((code) => code.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'accounts.code-unfit')),
});
const Following = z.object({ t: required(4096) });

/** In by a code from a letter, or by the letter's link. */
export function signInRoutes(parts: AuthParts) {
  const rooms = routes();

  rooms.get('/sign-in', (c) => {
    const next = ownPath(c.req.query('next'), '');
    // A passkey may be added only just after signing in, so she may be asked to do it again.
    if (c.get('viewer') && c.req.query('again') === undefined) return seeOther(c, next || '/plan');
    return c.html(<SignInPage page={c.get('page')} next={next} />);
  });

  rooms.post('/sign-in', async (c) => {
    const form = await readForm(c, Asking);
    const next = ownPath([form.raw.next ?? ''].flat()[0], '');
    const again = (errors: object, status: 422 | 503) =>
      c.html(
        <SignInPage
          page={c.get('page')}
          next={next}
          email={[form.raw.email ?? ''].flat()[0]}
          errors={errors}
        />,
        status,
      );
    if (!form.ok) return again(form.errors, 422);
    const ticket = { email: form.values.email, next };
    await spendCode(c, ticket.email);
    if (!(await sendCode(parts, c, ticket))) return again({ form: 'accounts.mail-failed' }, 503);
    rememberAsker(c, ticket);
    return seeOther(c, '/sign-in/code');
  });

  rooms.get('/sign-in/code', (c) => {
    const ticket = asker(c);
    return ticket ? c.html(<CodePage page={c.get('page')} {...ticket} />) : seeOther(c, '/sign-in');
  });

  rooms.post('/sign-in/code', async (c) => {
    const ticket = asker(c);
    if (!ticket) return seeOther(c, '/sign-in', 'accounts.start-again');
    const form = await readForm(c, Trying);
    await spendTry(c, form.ok ? ticket.email : undefined);
    const signedIn = form.ok ? await useCode(parts, c, ticket.email, form.values.code) : null;
    if (signedIn) return welcomeIn(parts, c, signedIn, ticket.next);
    const errors = form.ok ? { code: 'accounts.code-wrong' as const } : form.errors;
    return c.html(
      <CodePage page={c.get('page')} {...ticket} code={[form.raw.code ?? ''].flat()[0]} errors={errors} />,
      422,
    );
  });

  rooms.get('/sign-in/link', (c) => {
    const sealed = c.req.query('t') ?? '';
    const ticket = openTicket(c.get('keys'), 'link', sealed);
    return ticket
      ? c.html(<LinkPage page={c.get('page')} sealed={sealed} email={ticket.email} />)
      : oldLink(c, 410);
  });

  rooms.post('/sign-in/link', async (c) => {
    const form = await readForm(c, Following);
    const ticket = form.ok ? openTicket(c.get('keys'), 'link', form.values.t) : null;
    await spendTry(c, ticket?.email);
    const signedIn = ticket?.code ? await useCode(parts, c, ticket.email, ticket.code) : null;
    return signedIn ? welcomeIn(parts, c, signedIn, ticket!.next) : oldLink(c, 422);
  });
  return rooms;
}

const oldLink = (c: Ctx, status: 410 | 422) => c.html(<OldLinkPage page={c.get('page')} />, status);
