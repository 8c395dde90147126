import { Transform } from 'node:stream';
import nodemailer from 'nodemailer';
import { envelopeOf } from './envelope.ts';
import type { Letter, Mail } from './mailer.ts';

/** Sends through a mail server. */
export function throughSmtp(url: string, from: string): Mail {
  const single = nodemailer.createTransport(url, { from });
  return {
    toOutbox: false,
    send: async (letter) => void (await single.sendMail(envelopeOf(letter, from))),
    open(connections) {
      const pool = nodemailer.createTransport(
        { url, pool: true, maxConnections: connections, maxMessages: Number.POSITIVE_INFINITY },
        { from },
      );
      const waiting = new Map<string, NonNullable<Letter['atTheLastLine']>>();
      pool.use('stream', (mail, done) => {
        const lastLine = waiting.get(String(mail.data.messageId));
        if (lastLine) mail.message.transform(() => holdingBack(lastLine));
        done();
      });
      return {
        async send(letter) {
          const envelope = envelopeOf(letter, from);
          const key = 'messageId' in envelope ? envelope.messageId : undefined;
          if (key && letter.atTheLastLine) waiting.set(key, letter.atTheLastLine);
          try {
            await pool.sendMail(envelope);
          } finally {
            if (key) waiting.delete(key);
          }
        },
        close: () => pool.close(),
      };
    },
  };
}

/** Lets all through but the end, which waits for `lastLine`: without it the mail server keeps nothing. */
function holdingBack(lastLine: () => Promise<void>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void lastLine().then(() => done(), done),
  });
}

/** Why a letter did not go. */
export type Failure = 'refused' | 'rejected' | 'away' | 'broken';

interface SmtpError {
  code?: string;
  responseCode?: number;
  command?: string;
}

/**
 * What an error of `send` means: the mail server took the address for wrong ('refused', for good), would not have the
 * letter this time ('rejected'), is not to be reached or does not let us in ('away'), or something of ours ('broken').
 */
export function failureOf(error: unknown): Failure {
  const { code, responseCode = 0 } = (error ?? {}) as SmtpError;
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'away';
  if (code === 'EENVELOPE' && responseCode >= 500) return 'refused';
  if (responseCode === 421) return 'away';
  if (responseCode >= 400) return 'rejected';
  const network = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EPROTOCOL', 'ECONNREFUSED'];
  return code && (network.includes(code) || code.startsWith('ECONN')) ? 'away' : 'broken';
}
