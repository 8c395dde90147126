import type { PlanOptions, Seeker } from '../../../matching/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { circleOptionsFor } from '../../circles/index.ts';
import { serviceOptions } from '../../directory/index.ts';
import type { HelplineShown, Whereabouts } from '../../helplines/index.ts';
import { peerOptions } from '../../mentoring/index.ts';
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
  const circles = await circleOptionsFor(tx, viewer, seeker, where.language);
  const peers = await peerOptions(tx, viewer);
  const directory = await serviceOptions(tx);
  const { services, online, reach, lines } = nationalFor(seeker, where);
  return {
    options: { circles, peers, online, services: [...directory, ...services] },
    reach,
    lines,
  };
}
