import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Config } from '../config/config.ts';
import { newId } from '../crypto/index.ts';

/** One letter. Both forms say the same. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface Mail {
  /** True when letters are written to a folder because no mail server is set. */
  toOutbox: boolean;
  /** Resolves once the mail server, or the disk, has taken it. */
  send(letter: Letter): Promise<void>;
}

/** Sends through `SMTP_URL`; without one, writes `DATA_DIR/outbox/*.eml`. */
export function mailer(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mail {
  if (config.smtpUrl) {
    const transport = nodemailer.createTransport(config.smtpUrl, { from: config.mailFrom });
    return { toOutbox: false, send: async (letter) => void (await transport.sendMail(letter)) };
  }
  const outbox = join(config.dataDir, 'outbox');
  const composer = nodemailer.createTransport(
    { streamTransport: true, buffer: true },
    { from: config.mailFrom },
  );
  return {
    toOutbox: true,
    async send(letter) {
      const { message } = await composer.sendMail(letter);
      await mkdir(outbox, { recursive: true, mode: 0o700 });
      const name = newId();
      // Whole or not at all: a reader of the folder never meets half a letter.
      await writeFile(join(outbox, `${name}.part`), message as Buffer, { mode: 0o600 });
      await rename(join(outbox, `${name}.part`), join(outbox, `${name}.eml`));
    },
  };
}
