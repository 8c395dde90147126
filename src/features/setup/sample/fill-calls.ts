import { newId } from '../../../platform/crypto/index.ts';
import { query } from '../../../platform/db/index.ts';
import { askForCall, daysOf, makeShift, recordTraining, turn } from '../../callbacks/index.ts';
import { CALLERS, IMANIS_CALL, SHIFTS } from './calls.ts';
import type { Cast } from './cast.ts';

const ZONE = 'America/Chicago';

/** Two who call, a rota with a gap in it, and Imani, who waits for a call. */
export async function fillCalls(cast: Cast): Promise<void> {
  const { tx, keys, communityId } = cast;
  const now = new Date();
  const admin = { communityId, memberId: await cast.as('admin') };
  for (const { by, languages, trainedOn } of CALLERS) {
    const member = cast.idOf(by);
    await tx.run(
      query.insertInto('support_volunteers').values({ community_id: communityId, member_id: member }),
    );
    await recordTraining(tx, admin, { member, languages: [...languages], trainedOn });
  }
  for (const { by, ...when } of SHIFTS) {
    await cast.as('admin');
    const shift = { ...when, day: null, seats: 1 };
    const shiftId = await makeShift(tx, admin, shift);
    if (!by) continue;
    await cast.as(by);
    await turn(tx, shiftId, daysOf(shift, ZONE, now, 8)[0]!, 'each');
  }
  const imani = { communityId, memberId: await cast.as('imani'), timeZone: ZONE };
  await askForCall(tx, keys, imani, { key: newId(), ...IMANIS_CALL }, ZONE, now);
}
