/// <reference lib="webworker" />

/** What a message says: see push/delivering.ts. Nothing in it is trusted to lead anywhere but here. */
interface Said {
  title: string;
  body: string;
  path: string;
  tag: string;
}

function read(data: PushMessageData | null): Said | null {
  try {
    const { title, body, path, tag } = data?.json() ?? {};
    return typeof title === 'string'
      ? { title, body: String(body ?? ''), path: String(path), tag: String(tag) }
      : null;
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
  if (!said) return;
  const { title, body, path, tag } = said;
  await worker.registration.showNotification(title, { body, tag, data: path });
}

/** Leads to it, in a window of ours that is open or in a new one. */
export async function openPush(worker: ServiceWorkerGlobalScope, notification: Notification): Promise<void> {
  notification.close();
  const asked = new URL(String(notification.data), worker.location.origin);
  const to = asked.origin === worker.location.origin ? asked.href : worker.location.origin;
  const [open] = await worker.clients.matchAll({ type: 'window' });
  // A window that this worker does not look after cannot be led anywhere.
  const led =
    open &&
    (await open
      .focus()
      .then((window) => window.navigate(to))
      .catch(() => null));
  if (!led) await worker.clients.openWindow(to);
}
