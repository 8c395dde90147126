import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { type Circle, herCircles } from '../circles/index.ts';
import { herPeople, type Person } from '../people/index.ts';

/** To whom an ask may go. */
export interface Whom {
  /** The community has support volunteers who answer now. */
  volunteers: boolean;
  circles: Circle[];
  /** Her people, whether a letter reaches them or she hands them the link herself. */
  people: Person[];
}

export async function whomFor(tx: Tx, keys: Keyring, viewer: Viewer): Promise<Whom> {
  const [row] = await tx.hot<{ any: boolean }>('SELECT access.any_volunteers() AS any', []);
  const people = await herPeople(tx, keys, viewer);
  return {
    volunteers: row?.any ?? false,
    circles: (await herCircles(tx, viewer)).shown
      .map(({ circle }) => circle)
      .filter(({ archivedAt }) => !archivedAt),
    people: people.filter(({ circleId, notMe }) => !circleId && !notMe),
  };
}

/** Whom she chose, by the boxes of the form: 'nearby', 'volunteers', 'circle-…', 'person-…'. */
export interface Chosen {
  nearby: boolean;
  volunteers: boolean;
  circle: Circle | null;
  people: Person[];
}

/** What of the boxes may be chosen; null when nothing of it is left. */
export function chosenFrom(boxes: string[], whom: Whom): Chosen | null {
  const ticked = new Set(boxes);
  const chosen: Chosen = {
    nearby: ticked.has('nearby'),
    volunteers: whom.volunteers && ticked.has('volunteers'),
    circle: whom.circles.find(({ circleId }) => ticked.has(`circle-${circleId}`)) ?? null,
    people: whom.people.filter(({ personId }) => ticked.has(`person-${personId}`)),
  };
  const anybody = chosen.nearby || chosen.volunteers || chosen.circle || chosen.people.length > 0;
  return anybody ? chosen : null;
}
