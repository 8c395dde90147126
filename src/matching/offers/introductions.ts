import { fitOf, type Reason } from '../fit.ts';
import { know } from '../rules.ts';
import { MOST_REASONS } from '../weights.ts';
import type { Asked, Offered } from './ask.ts';
import { mayBeIntroduced } from './rules.ts';
import { offerTerms, roundedMiles } from './terms.ts';

/** Somebody to be asked, and why she. */
export interface Introduced {
  helperId: string;
  offerId: string | null;
  score: number;
  /** Rounded; null: one of the two places is not known. */
  miles: number | null;
  /** Strongest first, for whoever is asked. */
  reasons: Reason[];
}

/**
 * Whom to ask: at most `most`, best first, each by the one of her offers that suits best. No hard rule is ever broken; of
 * equals the one asked longest ago, then by id, so that the order in which offers come never shows.
 */
export function introductions(ask: Asked, offers: Offered[], most: number): Introduced[] {
  const asker = know(ask.self);
  const weighed = offers
    .filter((offer) => mayBeIntroduced(asker, ask, offer))
    .map((offer) => ({ offer, ...fitOf(offerTerms(asker, ask, offer)) }))
    .sort((a, b) => b.score - a.score || longestAgo(a.offer, b.offer));
  const chosen = new Map<string, Introduced>();
  for (const { offer, score, reasons } of weighed) {
    if (chosen.size >= most) break;
    if (chosen.has(offer.helperId)) continue;
    const { helperId, offerId } = offer;
    const miles = roundedMiles(ask, offer);
    chosen.set(helperId, { helperId, offerId, score, miles, reasons: reasons.slice(0, MOST_REASONS) });
  }
  return [...chosen.values()];
}

const longestAgo = (a: Offered, b: Offered): number =>
  (a.lastAsked ?? Number.NEGATIVE_INFINITY) - (b.lastAsked ?? Number.NEGATIVE_INFINITY) ||
  (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);
const keyOf = ({ helperId, offerId }: Offered): string => `${helperId} ${offerId ?? ''}`;
