import type { Carried } from '../../matching/index.ts';
import { herMap } from './her-map.ts';

export type { Carried };

/** What her map has to say to her plan; nothing while there is no map. Made anew each time and kept nowhere. */
export async function carriedBy(...whose: Parameters<typeof herMap>): Promise<Carried | null> {
  const { ties, findings } = await herMap(...whose);
  if (ties.length === 0) return null;
  return {
    thinPeople: findings.flatMap((one) => (one.kind === 'thin-people' ? [one.people] : [])),
    thinSupports: findings.flatMap((one) => (one.kind === 'thin-support' ? [one.support] : [])),
    quiet: findings.flatMap((one) =>
      one.kind === 'quiet'
        ? [{ id: one.tie.id, name: one.tie.name, people: one.tie.people, days: one.days }]
        : [],
    ),
    takes: findings.flatMap((one) =>
      one.kind === 'takes' ? [{ name: one.tie.name, people: one.tie.people }] : [],
    ),
  };
}
