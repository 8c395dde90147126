import {
  decideMentor,
  makeProgram,
  noteCheck,
  openProgram,
  programOf,
  sayAsMentor,
} from '../../programs/index.ts';
import type { Cast } from './cast.ts';

type Said = Parameters<typeof sayAsMentor>[3];

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
/** The month some years ago, 'YYYY-MM'. */
const yearsAgo = (years: number) => `${new Date().getFullYear() - years}-03`;

const NOTHING_MORE = { rulesOut: [], answers: {}, online: true } satisfies Partial<Said>;

const DANA: Said = {
  ...NOTHING_MORE,
  about:
    'Our first was nine weeks early and I was low for most of a year after. I am well now, and I remember.',
  experiences: ['nicu', 'low-mood', 'sleep'],
  languages: ['en', 'es'],
  free: ['1-evening', '2-evening', '3-evening', '4-evening'],
  recoveredSince: yearsAgo(4),
  traits: { ageBand: '35-44', faith: null, culture: [], identity: [] },
  capacity: 2,
};

const TOMASA: Said = {
  ...NOTHING_MORE,
  about: 'Crié a la mayor sola, y el primer año casi no dormí ni reí. Ya pasó. Puedo escuchar.',
  experiences: ['single-parenting', 'low-mood'],
  languages: ['es', 'en'],
  free: ['6-morning', '7-morning'],
  recoveredSince: yearsAgo(3),
  traits: { ageBand: null, faith: null, culture: ['latina'], identity: ['single-mother'] },
  capacity: 1,
};

const ROSA: Said = {
  ...NOTHING_MORE,
  about: 'Tuve a los tres lejos de mi familia y trabajando. Sé lo que es no conocer a nadie en la cuadra.',
  experiences: ['newly-arrived', 'returning-to-work', 'sleep'],
  languages: ['es', 'en'],
  free: ['2-evening', '3-morning', '6-morning'],
  recoveredSince: yearsAgo(9),
  traits: { ageBand: '45-over', faith: null, culture: ['latina'], identity: [] },
  capacity: 2,
};

const JOELLE: Said = {
  ...NOTHING_MORE,
  about:
    'The first year was hospitals and worry, and nobody to laugh with. I would have liked one like me now.',
  experiences: ['down-syndrome', 'additional-needs', 'low-mood'],
  languages: ['en'],
  free: ['2-morning', '4-morning', '2-evening'],
  recoveredSince: yearsAgo(2),
  traits: { ageBand: '25-34', faith: null, culture: [], identity: [] },
  capacity: 1,
};

/**
 * An open program for the weeks around a birth: Dana, Rosa and Joelle have gone through everything and mentor, Tomasa has
 * just applied. Resolves to the program's id.
 */
export async function fillPrograms(cast: Cast): Promise<string> {
  const { tx, communityId } = cast;
  const admin = { communityId, memberId: await cast.as('admin') };
  const id = await makeProgram(tx, admin, 'perinatal', 'en');
  await openProgram(tx, id);
  for (const [key, said] of [
    ['dana', DANA],
    ['rosa', ROSA],
    ['joelle', JOELLE],
    ['tomasa', TOMASA],
  ] as const)
    await sayAsMentor(tx, { communityId, memberId: await cast.as(key) }, id, said, 1);
  await cast.as('admin');
  for (const key of ['dana', 'rosa', 'joelle']) {
    await seeDone(cast, id, cast.idOf(key));
    await decideMentor(tx, id, cast.idOf(key), true);
  }
  return id;
}

/** Everything the program asks was seen done. */
async function seeDone({ tx }: Cast, programId: string, memberId: string): Promise<void> {
  const program = await programOf(tx, programId);
  for (const what of ['interview', 'references'] as const)
    await noteCheck(tx, programId, memberId, { what, itemId: null, doneOn: daysAgo(40) });
  for (const { id } of program?.training ?? [])
    await noteCheck(tx, programId, memberId, { what: 'training', itemId: id, doneOn: daysAgo(30) });
}
