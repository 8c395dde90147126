// "Turn on here", on the page that has a place for it: `[data-push-door]`, hidden until the browser can. The browser
// asks her itself; what it answers goes into the form, which is sent like any other.

function showPushDoor(): void {
  const can = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!can || !window.isSecureContext) return;
  for (const door of document.querySelectorAll<HTMLElement>('[data-push-door]')) door.hidden = false;
  for (const none of document.querySelectorAll<HTMLElement>('[data-push-none]')) none.hidden = true;
}
showPushDoor();
document.addEventListener('turbo:load', showPushDoor);
document.addEventListener('turbo:render', showPushDoor);

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-push-on]');
  const door = button ? button.closest<HTMLElement>('[data-push-door]') : null;
  const form = door?.querySelector('form');
  if (!button || !door || !form || button.hasAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  const said = door.querySelector('[role=status]')!;
  said.textContent = '';
  try {
    if ((await Notification.requestPermission()) !== 'granted') {
      said.textContent = door.dataset.refused ?? '';
      return;
    }
    const { endpoint, keys } = await subscription(door.dataset.key ?? '');
    for (const [name, value] of Object.entries({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth })) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value ?? '';
    }
    form.requestSubmit();
  } catch {
    said.textContent = door.dataset.failed ?? '';
  } finally {
    button.removeAttribute('aria-busy');
  }
});

/** A fresh one: what the browser kept may be somebody else's, or made for other keys. */
async function subscription(key: string): Promise<PushSubscriptionJSON> {
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return made.toJSON();
}
