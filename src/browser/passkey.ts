// Passkeys, on the two pages that have a place for them: `[data-passkey-door]`, hidden until the browser can.

type Json = Record<string, unknown>;

function show(): void {
  if (!('PublicKeyCredential' in window)) return;
  for (const door of document.querySelectorAll<HTMLElement>('[data-passkey-door]')) door.hidden = false;
}
show();
document.addEventListener('turbo:load', show);
document.addEventListener('turbo:render', show);

document.addEventListener('click', async (event) => {
  const button =
    event.target instanceof Element &&
    event.target.closest<HTMLElement>('[data-passkey-add], [data-passkey-sign-in]');
  const door = button ? button.closest<HTMLElement>('[data-passkey-door]') : null;
  if (!button || !door || button.hasAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  const said = door.querySelector('[role=status]')!;
  said.textContent = '';
  try {
    const to = button.hasAttribute('data-passkey-add') ? await add(door) : await signIn(door);
    location.assign(to);
  } catch {
    // Also when she closed the browser's own window: a quiet word, never a reproach.
    said.textContent = door.dataset.failed ?? '';
  } finally {
    button.removeAttribute('aria-busy');
  }
});

async function add(door: HTMLElement): Promise<string> {
  const options = await post(door, '/me/passkeys/options');
  const made = (await navigator.credentials.create({
    publicKey: decoded(options) as never,
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return (
    await post(door, '/me/passkeys', {
      credential: {
        ...named(made),
        response: {
          clientDataJSON: toText(response.clientDataJSON),
          attestationObject: toText(response.attestationObject),
          transports: response.getTransports?.() ?? [],
        },
      },
    })
  ).to as string;
}

async function signIn(door: HTMLElement): Promise<string> {
  const options = await post(door, '/sign-in/passkey/options');
  const found = (await navigator.credentials.get({
    publicKey: decoded(options) as never,
  })) as PublicKeyCredential;
  const response = found.response as AuthenticatorAssertionResponse;
  return (
    await post(door, '/sign-in/passkey', {
      next: door.dataset.next ?? '',
      credential: {
        ...named(found),
        response: {
          clientDataJSON: toText(response.clientDataJSON),
          authenticatorData: toText(response.authenticatorData),
          signature: toText(response.signature),
          ...(response.userHandle && { userHandle: toText(response.userHandle) }),
        },
      },
    })
  ).to as string;
}

const named = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  clientExtensionResults: {},
});

async function post(door: HTMLElement, path: string, body: Json = {}): Promise<Json> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': door.dataset.csrf ?? '' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// The server writes bytes as base64url; the browser wants them as bytes.
function decoded(options: Json): Json {
  const withId = (one: Json) => ({ ...one, id: toBytes(one.id as string) });
  const lists = ['excludeCredentials', 'allowCredentials'].filter((name) => Array.isArray(options[name]));
  return {
    ...options,
    challenge: toBytes(options.challenge as string),
    ...(options.user ? { user: withId(options.user as Json) } : {}),
    ...Object.fromEntries(lists.map((name) => [name, (options[name] as Json[]).map(withId)])),
  };
}

function toBytes(text: string): Uint8Array {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(bytes: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
