import {
  type Ctx,
  type Raw,
  readForm,
  requireViewer,
  routes,
  seeOther,
  spend,
} from '../../platform/http/index.ts';
import type { Errors } from '../../ui/index.ts';
import { wishesSchema } from './forms.ts';
import { WaitFormPage } from './pages/wait-form.tsx';
import { WaitingListPage } from './pages/waiting-list.tsx';
import { LIST } from './paths.ts';
import { toldBy, wishesFrom } from './prefill.ts';
import { herSeats } from './seat.ts';
import { settingsOf } from './settings.ts';
import { herWait, isOnList, leaveList, returnToList, waitForCircle } from './wait.ts';

/** A mother's place on the list: what she looks for, where it stands, and the way off it and back. */
export const listRoutes = routes();

const ASKING = { points: 30, seconds: 86_400 };

listRoutes.get(LIST, async (c) => {
  const viewer = requireViewer(c);
  const shown = await c.get('db').read(viewer, async (tx) => ({
    settings: await settingsOf(tx),
    wait: await herWait(tx, viewer),
    seats: await herSeats(tx),
  }));
  return c.html(<WaitingListPage page={c.get('page')} {...shown} />);
});

listRoutes.get(`${LIST}/wishes`, (c) => form(c));

// Puts her on the list, or changes what she looks for: which of the two it is, her row tells.
listRoutes.post(`${LIST}/wishes`, async (c) => {
  const viewer = requireViewer(c);
  const read = await readForm(c, wishesSchema);
  if (!read.ok) return form(c, read);
  await spend(c, ASKING, viewer.memberId);
  const { changes, done } = await c.get('db').write(viewer, async (tx) => ({
    changes: isOnList(await herWait(tx, viewer)),
    done: await waitForCircle(tx, read.values, new Date()),
  }));
  if (!done) return seeOther(c, LIST, 'forming.notice.closed');
  return seeOther(c, LIST, changes ? 'forming.notice.kept' : 'forming.notice.on');
});

listRoutes.post(`${LIST}/departure`, async (c) => {
  const left = await c.get('db').write(requireViewer(c), (tx) => leaveList(tx, new Date()));
  return seeOther(c, LIST, left ? 'forming.notice.off' : undefined);
});

listRoutes.post(`${LIST}/return`, async (c) => {
  const back = await c.get('db').write(requireViewer(c), returnToList);
  return seeOther(c, LIST, back ? 'forming.notice.back' : undefined);
});

async function form(c: Ctx, refused?: { raw: Raw; errors: Errors }): Promise<Response> {
  const viewer = requireViewer(c);
  const { settings, wait, told } = await c.get('db').read(viewer, async (tx) => ({
    settings: await settingsOf(tx),
    wait: await herWait(tx, viewer),
    told: await toldBy(tx, viewer),
  }));
  if (!settings.open && !isOnList(wait)) return c.redirect(LIST, 303);
  const page = c.get('page');
  const kept = wait ?? wishesFrom(told, page.locale);
  return c.html(
    <WaitFormPage page={page} kept={kept} told={told} changes={isOnList(wait)} {...refused} />,
    refused ? 422 : 200,
  );
}
