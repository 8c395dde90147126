import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { herPeople, writeTo } from '../people/index.ts';
import { closeAsk, peopleAskedFor } from './ask.ts';

/** Which letter thanks one of her people. */
export const THANKS_LETTER = 'asks.thanks';

/** She is done with it. 'helped' thanks everybody who said yes, once; her people by letter. False when it is not hers. */
export async function closeWithThanks(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  askId: string,
  how: 'helped' | 'never-mind',
): Promise<boolean> {
  const done = await closeAsk(tx, askId, how);
  if (!done || how !== 'helped') return done;
  const asked = (await peopleAskedFor(tx, keys, viewer)).filter((one) => one.askId === askId);
  const came = new Set(asked.filter(({ answer }) => answer === 'yes').map(({ personId }) => personId));
  if (came.size === 0) return done;
  for (const person of (await herPeople(tx, keys, viewer)).filter(({ personId }) => came.has(personId)))
    await writeTo(tx, keys, viewer, person, {
      kind: THANKS_LETTER,
      about: { ask: askId },
      once: `${THANKS_LETTER} ${askId} ${person.personId}`,
    });
  return done;
}
