import { type Message, type ProposedCircle, readSlot, type Slot } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { nearestTown } from '../../platform/geo/index.ts';
import type { Community } from '../../platform/http/index.ts';
import { type Translate, translator } from '../../platform/i18n/index.ts';
import type { Waiting } from './company.ts';

type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * made: seats are kept and everybody is asked. changed: too few of them wait still, or two are kept apart by now. leads: a
 * facilitator has no room any more. absent: not a coordinator's.
 */
export type Made = 'made' | 'changed' | 'leads' | 'absent';

/** An hour to begin at, by the part of the day; those who come may change it. */
const STARTS = { morning: '10:00', afternoon: '14:00', evening: '19:00', night: '22:00' } as const;

/**
 * Makes a proposed circle gather: a seat is kept for each of them and they are asked, in one transaction. Whoever has left
 * the list or the house meanwhile is left out. The circle itself opens when the first facilitator says yes.
 */
export async function openCircle(
  write: Write,
  community: Community,
  proposed: ProposedCircle,
  waiting: readonly Pick<Waiting, 'id' | 'waitId'>[],
  now: Date,
): Promise<Made> {
  const seated = waiting.filter(({ id }) => proposed.members.includes(id));
  const [said] = await write((tx) =>
    tx.hot<{ outcome: Made }>('SELECT access.make_forming_circle($1, $2, $3, $4, $5, $6) AS outcome', [
      newId(),
      JSON.stringify(planOf(community, proposed)),
      seated.map(({ waitId }) => waitId),
      proposed.facilitators,
      JSON.stringify(reasonsBySeat(proposed.reasonsFor, seated)),
      now,
    ]),
  );
  return said!.outcome;
}

/** Seats for more of those who wait, or for another facilitator, in a circle that gathers. Resolves to how many were kept. */
export async function keepMoreSeats(
  write: Write,
  formingId: string,
  seated: readonly Pick<Waiting, 'id' | 'waitId'>[],
  facilitators: readonly string[],
  reasonsFor: ReadonlyMap<string, Message[]>,
  now: Date,
): Promise<number> {
  const [said] = await write((tx) =>
    tx.hot<{ kept: number }>('SELECT access.keep_more_seats($1, $2, $3, $4, $5) AS kept', [
      formingId,
      seated.map(({ waitId }) => waitId),
      facilitators,
      JSON.stringify(reasonsBySeat(reasonsFor, seated)),
      now,
    ]),
  );
  return said!.kept;
}

/** {wait: sentences}; a facilitator's by her own id. */
function reasonsBySeat(
  reasonsFor: ReadonlyMap<string, Message[]>,
  seated: readonly Pick<Waiting, 'id' | 'waitId'>[],
): Record<string, Message[]> {
  const wait = new Map(seated.map(({ id, waitId }) => [id, waitId]));
  return Object.fromEntries([...reasonsFor].map(([id, reasons]) => [wait.get(id) ?? id, reasons]));
}

/** The row of the circle that gathers, all but what the community's settings say. */
function planOf(community: Community, proposed: ProposedCircle) {
  const { day, part } = readSlot(proposed.slot);
  const language = proposed.language ?? community.languages[0] ?? 'en';
  const t = translator(language === 'es' ? 'es' : 'en');
  const place = proposed.place === 'online' ? null : whereabouts(community, proposed);
  return {
    name: nameOf(t, proposed.slot, place?.place_name ?? null),
    purpose: t('forming.purpose'),
    charter: t('circles.charter-default'),
    languages: [language],
    stages: proposed.stages,
    topics: proposed.topics,
    place: proposed.place,
    ...place,
    weekday: day,
    start_time: STARTS[part],
    time_zone: community.timeZone,
  };
}

/** A town, and a point that is nobody's home. */
function whereabouts(community: Community, { centre }: ProposedCircle) {
  const town = centre?.latitude != null && centre.longitude != null ? nearestTown(centre as never) : null;
  return {
    country: community.country,
    region: town?.region ?? community.region,
    place_name: town?.placeName ?? community.placeName,
    latitude: centre?.latitude ?? null,
    longitude: centre?.longitude ?? null,
  };
}

/** "Tuesday evenings, Chicago": nothing of who is in it. */
export function nameOf(t: Translate, slot: Slot, place: string | null): string {
  const { day, part } = readSlot(slot);
  const values = { day: t(`words.day.${day}`), place: place ?? '' };
  return t(`forming.name.${part}`, { ...values, where: place ? 'place' : 'online' });
}

/** It begins with those who are there. False: nobody is, or it is not open. */
export const beginSmall = (tx: Tx, formingId: string, now: Date): Promise<boolean> =>
  did(tx, 'SELECT access.begin_forming($1, $2) AS done', [formingId, now]);

/** It does not come together: everybody goes back to the list, first in line, and is told. */
export const dissolve = (tx: Tx, formingId: string, now: Date): Promise<boolean> =>
  did(tx, 'SELECT access.dissolve_forming($1, $2) AS done', [formingId, now]);

async function did(tx: Tx, text: string, values: unknown[]): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>(text, values);
  return row?.done ?? false;
}
