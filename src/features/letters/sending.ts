import type { JobParts } from '../../platform/jobs/index.ts';
import { addressFor, type Drawn, sendAll } from '../../platform/posting/index.ts';
import { addressesOf } from '../accounts/index.ts';
import { type Claim, ledgerOf } from './claiming.ts';
import { writeLetter } from './mail.tsx';
import { newsFor } from './news.ts';

/** Sends every letter to members that is due; see the ledger. */
export async function sendLetters(parts: JobParts): Promise<void> {
  if (!addressFor(parts.config, null)) return; // the coordinator's page says so
  await sendAll(parts, {
    ...ledgerOf(parts.db),
    async drawing(claims) {
      const accounts = claims.map(({ accountId }) => accountId);
      const to = await addressesOf(parts, accounts);
      return (claim) => draw(parts, claim, to.get(claim.accountId));
    },
  });
}

async function draw({ db, keys, config }: JobParts, claim: Claim, to?: string): Promise<Drawn | null> {
  const news = await newsFor(db, claim);
  if (!news || !to) return null;
  const letter = writeLetter(keys, claim, news, addressFor(config, news.host)!);
  return { letter: { ...letter, to }, told: news.ids };
}
