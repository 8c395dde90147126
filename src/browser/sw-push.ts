/// <reference lib="webworker" />

/** Does something at once, without a page: `post` is an address of ours, and its answer is shown in turn. */
interface Button {
  says: string;
  post: string;
}

/** What a message says: see push/message.ts. Nothing in it is trusted to lead anywhere but here. */
interface Said {
  title: string;
  body: string;
  path: string;
  tag: string;
  buttons: Button[];
  /** Said when a button's word did not get through. */
  failed: string;
}

// TypeScript knows no buttons yet; a browser without them shows none, and a tap leads to the page as ever.
type Shown = NotificationOptions & { actions: { action: string; title: string }[] };

function saidIn(data: unknown): Said | null {
  const { title, body, path, tag, buttons, failed } = (data ?? {}) as Partial<Record<keyof Said, unknown>>;
  if (typeof title !== 'string') return null;
  return {
    title,
    body: String(body ?? ''),
    path: String(path ?? '/'),
    tag: String(tag ?? ''),
    buttons: Array.isArray(buttons) ? buttons.filter(isButton) : [],
    failed: String(failed ?? ''),
  };
}

const isButton = (one: Partial<Button> | null): one is Button =>
  typeof one?.says === 'string' && typeof one.post === 'string';

function read(data: PushMessageData | null): Said | null {
  try {
    return saidIn(data?.json());
  } catch {
    return null;
  }
}

/** Shows it. A second message about the same thing takes the first one's place, without a sound. */
export async function showPush(
  worker: ServiceWorkerGlobalScope,
  data: PushMessageData | null,
): Promise<void> {
  const said = read(data);
  if (said) await show(worker, said);
}

async function show(worker: ServiceWorkerGlobalScope, said: Said): Promise<void> {
  const { title, body, tag, buttons } = said;
  const actions = buttons.map(({ says }, at) => ({ action: String(at), title: says }));
  const shown: Shown = { body, tag, data: said, actions };
  await worker.registration.showNotification(title, shown);
}

/** A tap on a button of it (`action`) does what it says and shows what came of it; a tap on the rest leads to its page. */
export async function tapPush(
  worker: ServiceWorkerGlobalScope,
  notification: Notification,
  action: string,
): Promise<void> {
  notification.close();
  const said = saidIn(notification.data);
  const button = action === '' ? undefined : said?.buttons[Number(action)];
  // What an older version of this worker has shown carries its address alone.
  if (!said || !button) return open(worker, said?.path ?? String(notification.data));
  const answer = await post(worker, button.post);
  // Not got through: the same again, with the same button.
  await show(worker, answer ? { ...said, ...answer } : { ...said, body: said.failed });
}

/** The address alone is the proof: whether she is still signed in here does not matter, so nothing of it is sent along. */
async function post(
  worker: ServiceWorkerGlobalScope,
  path: string,
): Promise<Pick<Said, 'title' | 'body' | 'buttons'> | null> {
  const to = new URL(path, worker.location.origin);
  if (to.origin !== worker.location.origin) return null;
  try {
    const headers = { accept: 'application/json' };
    const answer = await worker.fetch(to.href, { method: 'POST', headers, credentials: 'omit' });
    const said = answer.ok ? saidIn(await answer.json()) : null;
    return said && { title: said.title, body: said.body, buttons: said.buttons };
  } catch {
    return null;
  }
}

/** In a window of ours that is open or in a new one. */
async function open(worker: ServiceWorkerGlobalScope, path: string): Promise<void> {
  const asked = new URL(path, worker.location.origin);
  const to = asked.origin === worker.location.origin ? asked.href : worker.location.origin;
  const [window] = await worker.clients.matchAll({ type: 'window' });
  // A window that this worker does not look after cannot be led anywhere.
  const led =
    window &&
    (await window
      .focus()
      .then((focused) => focused.navigate(to))
      .catch(() => null));
  if (!led) await worker.clients.openWindow(to);
}
