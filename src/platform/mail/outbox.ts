import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { newId } from '../crypto/index.ts';
import { envelopeOf } from './envelope.ts';
import type { Letter, Mail } from './mailer.ts';

/** Writes letters to a folder. A letter that has an id has one file, however often it is sent. */
export function outboxIn(dataDir: string, from: string): Mail {
  const folder = join(dataDir, 'outbox');
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true }, { from });
  const send = async (letter: Letter) => {
    const { message } = await composer.sendMail(envelopeOf(letter, from));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Whole or not at all: a reader of the folder never meets half a letter.
    const part = join(folder, `${newId()}.part`);
    try {
      await writeFile(part, message as Buffer, { mode: 0o600 });
      await letter.atTheLastLine?.();
      await rename(part, join(folder, `${letter.id ?? newId()}.eml`));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  };
  return { toOutbox: true, send, open: () => ({ send, close: () => {} }) };
}
