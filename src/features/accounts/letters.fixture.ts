import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { World } from '../../../test/kit/world.ts';

/** The letters in the outbox, oldest first, as a mail program reads them. */
export async function lettersIn(world: World): Promise<Email[]> {
  const folder = join(world.parts.config.dataDir, 'outbox');
  const files = readdirSync(folder).sort();
  return Promise.all(files.map((file) => PostalMime.parse(readFileSync(join(folder, file)))));
}

/** The newest letter to an address. */
export async function lastLetterTo(world: World, address: string): Promise<Email> {
  const letter = (await lettersIn(world)).filter((one) => one.to?.[0]?.address === address).at(-1);
  if (!letter) throw new Error(`No letter to ${address}`);
  return letter;
}

/** The code and the link's path in a letter. */
export function waysIn(letter: Email): { code: string; link: string } {
  const code = letter.text?.match(/\b\d{6}\b/)?.[0] ?? '';
  const link = letter.text?.match(/https?:\/\/[^/\s]+(\/sign-in\/link\S*)/)?.[1] ?? '';
  return { code, link };
}
