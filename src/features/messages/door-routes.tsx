import { routes as newRoutes, readForm, requireViewer, seeOther } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { ownDoor, setDoor } from './door.ts';
import { doorSchema } from './forms.ts';
import { DoorPage } from './pages/door-page.tsx';

/** Whether she can be asked. */
export const doorRoutes = newRoutes();

doorRoutes.get('/messages/door', async (c) => {
  const viewer = requireViewer(c);
  const door = await c.get('db').read(viewer, (tx) => ownDoor(tx, viewer));
  return c.html(<DoorPage page={c.get('page')} door={door} today={todayIn(viewer.timeZone)} />);
});

doorRoutes.post('/messages/door', async (c) => {
  const viewer = requireViewer(c);
  const today = todayIn(viewer.timeZone);
  const form = await readForm(c, doorSchema(today));
  if (!form.ok) {
    const door = await c.get('db').read(viewer, (tx) => ownDoor(tx, viewer));
    return c.html(<DoorPage page={c.get('page')} door={door} today={today} refused={form} />, 422);
  }
  await c.get('db').write(viewer, (tx) => setDoor(tx, viewer, form.values));
  return seeOther(c, '/messages', 'messages.door-saved');
});
