import type { Letter } from './mailer.ts';

/** What nodemailer is given of a letter. */
export function envelopeOf({ id, atTheLastLine: _ours, ...letter }: Letter, from: string) {
  const domain = from.match(/@([\w.-]+)/)?.[1] ?? 'localhost';
  return id ? { ...letter, messageId: `<${id}@${domain}>` } : letter;
}
