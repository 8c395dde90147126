// What is kept, and where. The build fills in the assets and a version made of their names.
declare const __ASSETS__: string[];
declare const __VERSION__: string;

/** Assets and the offline page of this version. */
const STATIC = `static-${__VERSION__}`;
/** The helplines as last seen. */
const OPEN = 'open';
/** Her plan; exists only while she wants it kept. */
const HERS = 'hers';

/** Before the first visit is over: everything needed to say "no signal" kindly, and who to call. */
export async function lay(): Promise<void> {
  const shelf = await caches.open(STATIC);
  await shelf.addAll(__ASSETS__);
  await shelve(shelf, '/offline');
  await renewHelplines();
}

/** Shelves of earlier versions go. */
export async function sweep(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('static-') && name !== STATIC).map((name) => caches.delete(name)),
  );
}

/** She asked for her plan to be on this phone. True once it is. */
export async function keepPlan(): Promise<boolean> {
  const response = await fetch('/plan', { headers: { accept: 'text/html' } }).catch(() => null);
  if (!response?.ok || response.redirected) return false;
  await (await caches.open(HERS)).put('/plan', response);
  return true;
}

/** Signed out: her plan goes, and the helplines become anyone's again. */
export async function forget(): Promise<void> {
  await caches.delete(HERS);
  await caches.delete(OPEN);
  await renewHelplines();
}

async function renewHelplines(): Promise<void> {
  await shelve(await caches.open(OPEN), '/help-now');
}

/** A page as anybody sees it. Never one we were sent on to: before set-up, everything leads elsewhere. */
async function shelve(shelf: Cache, path: string): Promise<void> {
  const response = await fetch(path, { credentials: 'omit', headers: { accept: 'text/html' } });
  if (response.ok && !response.redirected) await shelf.put(path, response);
}

/** What we have of this page, if it is one we keep. */
export function kept(path: string): Promise<Response | undefined> {
  return caches.match(path);
}

/** A page came from the network: renew our copy, if we keep one. Sent to sign in: the plan is no longer hers to read here. */
export async function renew(path: string, response: Response): Promise<void> {
  if (path === '/help-now' && response.ok && !response.redirected)
    await (await caches.open(OPEN)).put(path, response);
  if (path !== '/plan' || !(await caches.has(HERS))) return;
  if (response.ok && !response.redirected) await (await caches.open(HERS)).put(path, response);
  else if (response.redirected || response.status === 401 || response.status === 403)
    await caches.delete(HERS);
}
