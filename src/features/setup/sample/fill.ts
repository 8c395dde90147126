import type { Tx } from '../../../platform/db/index.ts';
import { Cast, type Filling } from './cast.ts';
import { fillAroundUs } from './fill-around-us.ts';
import { fillAsks } from './fill-asks.ts';
import { fillCalls } from './fill-calls.ts';
import { fillCircleList } from './fill-circle-list.ts';
import { fillCircles } from './fill-circles.ts';
import { fillConversations } from './fill-conversations.ts';
import { fillDirectory } from './fill-directory.ts';
import { fillGatherings } from './fill-gatherings.ts';
import { fillHelp } from './fill-help.ts';
import { fillMayasMap } from './fill-mayas-map.ts';
import { fillMayasPeople } from './fill-mayas-people.ts';
import { fillMayasAnswers, fillOffers } from './fill-needs.ts';
import { fillPrograms } from './fill-programs.ts';
import { fillWaiting } from './fill-waiting.ts';

/** Fills a community that was founded in the same transaction with the sample: all of it or none. */
export async function fillSample(tx: Tx, filling: Filling): Promise<void> {
  const cast = new Cast(tx, filling);
  await cast.moveIn();
  const circles = await fillCircles(cast);
  await fillConversations(cast, circles);
  await fillGatherings(cast, circles);
  await fillOffers(cast);
  await fillMayasAnswers(cast);
  await fillWaiting(cast, await fillPrograms(cast));
  await fillCircleList(cast);
  await fillMayasPeople(cast);
  await fillAsks(cast);
  await fillCalls(cast);
  await fillMayasMap(cast, circles.get('night')!);
  await fillDirectory(cast);
  await fillHelp(cast);
  await fillAroundUs(cast);
  await cast.as('admin');
}
