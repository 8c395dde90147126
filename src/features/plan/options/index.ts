import type { PlanOptions, Seeker } from '../../../matching/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { HelplineShown, Whereabouts } from '../../helplines/facts.ts';
import { peerOptions } from '../../mentoring/index.ts';
import { circleOptionsFor } from './circles.ts';
import { localServices } from './local.ts';
import { nationalFor } from './national.ts';
import type { Reach } from './reach.ts';

export interface Offered {
  options: PlanOptions;
  /** How to get to what lies outside the community, by the option's id. */
  reach: Map<string, Reach>;
  lines: HelplineShown[];
}

/** All that her plan may be made of, as it stands now. */
export async function offeredTo(
  tx: Tx,
  viewer: Viewer,
  seeker: Seeker,
  where: Whereabouts,
): Promise<Offered> {
  const { latitude, longitude } = seeker.place ?? { latitude: null, longitude: null };
  const near = latitude === null || longitude === null ? null : { latitude, longitude };
  const circles = await circleOptionsFor(tx, viewer, seeker);
  const peers = await peerOptions(tx, viewer);
  const local = await localServices(tx, near, seeker.today);
  const { services, online, reach, lines } = nationalFor(where);
  return {
    options: { circles, peers, online, services: [...local.services, ...services] },
    reach: new Map([...reach, ...local.reach]),
    lines,
  };
}
