import type { Config } from '../config/config.ts';
import { outboxIn } from './outbox.ts';
import { throughSmtp } from './smtp.ts';

/** One letter. Both forms say the same. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Names the letter for good: its Message-ID, and its file in the outbox. The same id is the same letter. */
  id?: string;
  headers?: Record<string, string>;
  /**
   * Called when all but the letter's last line was handed over. The letter goes only if it resolves: until then
   * nobody has it, from then on somebody may.
   */
  atTheLastLine?: () => Promise<void>;
}

/** An open way to the mail server, for many letters one after the other. */
export interface Post {
  send(letter: Letter): Promise<void>;
  close(): void;
}

export interface Mail {
  /** True when letters are written to a folder because no mail server is set. There, the same id is written once. */
  toOutbox: boolean;
  /** Resolves once the mail server, or the disk, has taken it. */
  send(letter: Letter): Promise<void>;
  /** Keeps up to `connections` open until it is closed. */
  open(connections: number): Post;
}

/** Sends through `SMTP_URL`; without one, writes `DATA_DIR/outbox/*.eml`. */
export const mailer = (config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mail =>
  config.smtpUrl ? throughSmtp(config.smtpUrl, config.mailFrom) : outboxIn(config.dataDir, config.mailFrom);
