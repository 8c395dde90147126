import type { Tx } from '../../platform/db/index.ts';
import type { Ctx, Viewer } from '../../platform/http/index.ts';
import { type OneTime, runs } from './access.ts';
import { ANSWERS, type Comer, comersTo, comingOf, type MyComing, OUTCOMES } from './coming.ts';
import { type Companion, companyAt } from './company.ts';
import { type Enrolment, enrolmentOf } from './enrolling.ts';
import { isHandedOut } from './materials.ts';
import { type QuietTimes, quietTimesOf } from './quiet.ts';

/** What the address of a gathering's page says about an answer: asked for on the way in, or just given. */
export interface Said {
  /** The button she meant before she signed in. */
  wanted: 'yes' | 'maybe' | 'no' | null;
  /** What just came of her tap, and what she had said before it. */
  outcome: (typeof OUTCOMES)[number] | null;
  before: (typeof ANSWERS)[number] | null;
}

/** All that the page of a gathering shows about coming to it. */
export interface Standing {
  mine: MyComing | null;
  enrolment: Enrolment | null;
  /** For those coming and those who run it: who comes; the rest see nobody. */
  comers: Comer[];
  company: Companion[];
  runs: boolean;
  /** It is hers: she is not asked whether she comes. */
  hosts: boolean;
  /** Something is handed out, and hers to read. */
  handedOut: boolean;
  /** For those who run it: nobody came lately. */
  quiet: QuietTimes | null;
  said: Said;
}

/** How whoever asks stands to one time of a gathering. Nobody signed in stands nowhere: no query is made. */
export async function standingAt(
  c: Ctx,
  tx: Tx,
  viewer: Viewer | null,
  { gathering, occurrence }: OneTime,
): Promise<Standing> {
  const said = saidIn(c);
  if (!viewer)
    return {
      mine: null,
      enrolment: null,
      comers: [],
      company: [],
      runs: false,
      hosts: false,
      handedOut: false,
      quiet: null,
      said,
    };
  const { gatheringId } = gathering;
  const id = occurrence.occurrenceId;
  const hers = await runs(tx, viewer, gathering);
  const mine = (await comingOf(tx, viewer, [id])).get(id) ?? null;
  const inside = hers || mine?.answer === 'yes';
  return {
    mine,
    enrolment: gathering.signUp === 'series' ? await enrolmentOf(tx, viewer, gatheringId) : null,
    comers: inside ? await comersTo(tx, id) : [],
    company: inside ? await companyAt(tx, [id]) : [],
    runs: hers,
    hosts: gathering.organisedBy === viewer.memberId,
    handedOut: await isHandedOut(tx, gatheringId),
    quiet: hers ? await quietTimesOf(tx, viewer, gathering) : null,
    said,
  };
}

function saidIn(c: Ctx): Said {
  const one = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    allowed.find((value) => value === c.req.query(name)) ?? null;
  return {
    wanted: one('answer', ['yes', 'maybe', 'no']),
    outcome: one('said', OUTCOMES),
    before: one('was', ANSWERS),
  };
}
