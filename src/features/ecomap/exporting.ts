import type { MapDocument } from './map.ts';

/** Her map as she takes it along: a row a tie, and one of what she settled about it. */
export function exportedMap({
  ties,
  growing,
  aside,
  setAside,
  neverQuiet,
}: MapDocument): Record<string, unknown>[] {
  return [
    ...ties.map((tie) => ({
      name: tie.name,
      kind: tie.people,
      ring: tie.ring,
      feeling: tie.feeling,
      flow: tie.flow,
      supports: tie.supports,
      last_contact: tie.lastContact,
      comes_from: tie.origin?.of ?? null,
    })),
    { grows_from: growing, not_wanted: aside, put_off: setAside, never_quiet: neverQuiet },
  ];
}
