import { type Finding, findingsOf, MOST_TIES } from '../../matching/index.ts';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { answersOf, isGrieving } from '../onboarding/index.ts';
import { type Known, knownTo } from './known.ts';
import { documentOf, type HerDocument, type MapDocument, type Tie, tieIdOf } from './map.ts';
import { standingFor } from './standing.ts';

/** Her map as it stands today: what she drew, and what grew by itself where she allows it. */
export interface HerMap extends HerDocument {
  ties: Tie[];
  /** She may be asked whether these belong on it. */
  suggested: Known[];
  findings: Finding[];
  today: string;
  /** She is grieving: its words are gentle. */
  gentle: boolean;
}

type Viewer = Parameters<typeof knownTo>[2];
type Reader = Parameters<typeof knownTo>[3];

/** All of it, read through her own eyes. Reading changes nothing. */
export async function herMap(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  reader: Reader,
  now = new Date(),
): Promise<HerMap> {
  const kept = await documentOf(tx, keys, viewer);
  const { document } = kept;
  const known = await knownTo(tx, keys, viewer, reader, document.growing?.sources ?? []);
  const answers = await answersOf(tx, viewer);
  const gentle = answers !== null && isGrieving(answers);
  const today = todayIn(reader.timeZone, now);
  const standing = standingFor(document.ties, known);
  const fresh = known.filter((one) => !standing.has(one) && !isAside(document, one));
  const grown = document.growing?.how === 'itself' ? fresh.map((one) => tieFrom(document, one)) : [];
  const ties = [...document.ties.map((tie) => inTouch(tie, standing)), ...grown].slice(0, MOST_TIES);
  const findings = findingsOf(ties, { today, gentle, isSetAside: (key) => isSetAside(document, key, today) });
  return {
    ...kept,
    ties,
    suggested: grown.length > 0 ? [] : fresh.slice(0, MOST_TIES - ties.length),
    findings,
    today,
    gentle,
  };
}

/** Put off to a later day, switched off, or of a sort she never wants to hear of. */
export function isSetAside({ setAside, neverQuiet }: MapDocument, key: string, today: string): boolean {
  if (neverQuiet && key.startsWith('quiet:')) return true;
  const until = Object.hasOwn(setAside, key) ? setAside[key] : undefined;
  return until !== undefined && (until === 'off' || until > today);
}

const isAside = ({ aside }: MapDocument, { origins }: Known): boolean =>
  origins.some((origin) => aside.includes(origin));

/** The later of what she said and what she did. */
function inTouch(tie: Tie, standing: Map<Known, Tie>): Tie {
  const since = [...standing].find(([, one]) => one === tie)?.[0].lastContact;
  return since && since > (tie.lastContact ?? '') ? { ...tie, lastContact: since } : tie;
}

/** Somebody the house knows, as a tie that nobody has said anything about yet. */
export const tieFrom = (document: MapDocument, { origin, origins: _, ...known }: Known): Tie => ({
  ...known,
  id: tieIdOf(document, origin),
  version: 1,
  origin,
  feeling: 'plain',
});
