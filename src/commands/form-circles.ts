import { once } from 'node:events';
import { type FormingEffort, FormingError, type FormingTaken, formTaken } from '../matching/index.ts';
import { type Command, Misuse } from './command.ts';
import { readForming } from './form-circles/reading.ts';
import { bytesOf } from './json/bytes-of.ts';
import { Patience } from './patience.ts';

/**
 * How much is looked at for each second allowed: well under what one core of 2021 does, so that the work is done before
 * the time is up and the answer does not depend on the machine.
 */
const WORK_A_SECOND = 30e6;
/** Reading counts too: so many bytes a second are taken off the work. */
const BYTES_A_SECOND = 10e6;

const command: Command = {
  about: 'makes circles of a waiting list, with the most affinity within them',
  help: `
Reads JSON from FILE and writes one line of JSON on standard output:

  {"members":["a","b","c"],"weights":[1,1,1],"circles":1,"lower":2,"upper":3,"affinity":[["a","b",3.5]]}

  {"circles":[["a","b","c"]],"waiting":[],"total":3.5}

lower and upper bound the sum of weights in a circle. weights may be left out: 1 each. Pairs that are not listed are 0;
scores are finite numbers, negative ones allowed. With circles there are exactly so many and nobody waits. Without it
there are as many as needed; who would lower the total, or finds no room, waits. Of equal totals more people have a
place. Circles and those in them are sorted by id, and the order of the input does not matter. Fields that are not known
are not looked at.

  --in FILE     the input; - for standard input
  --seconds N   how long it may take, reading and writing included (10)

The work is counted, not timed: the same input and N give the same answer on any machine that is quick enough. Where one
is not, the clock ends the search in time; standard error says so, and another run may end otherwise.`,
  options: { in: { type: 'string' }, seconds: { type: 'string', default: '10' } },
  async run(values) {
    if (typeof values.in !== 'string' || values.in === '') throw new Misuse('--in FILE is missing.');
    const seconds = secondsOf(String(values.seconds));
    const patience = new Patience();
    const bytes = await bytesOf(values.in);
    const taken = readForming(bytes, () => patience.tell('reading'));
    const { circles, waiting, total, isHurried } = answer(
      taken,
      effortOf(seconds, bytes.length, (share) => patience.tell('forming', share)),
    );
    if (isHurried) console.error(`The time was up before the work was done: another run may end otherwise.`);
    const written = process.stdout.write(`${JSON.stringify({ circles, waiting, total })}\n`);
    if (!written) await once(process.stdout, 'drain');
    return 0;
  },
};
export default command;

function secondsOf(given: string): number {
  const seconds = Number(given);
  if (/^\d+(\.\d+)?$/.test(given) && seconds > 0 && Number.isFinite(seconds)) return seconds;
  throw new Misuse(`--seconds must be a number above 0, not ${JSON.stringify(given)}.`);
}

/** The process began at 0 of performance.now(). Ending and writing take less than half of what reading took. */
function effortOf(seconds: number, bytes: number, progress: (share: number) => void): FormingEffort {
  const began = performance.now();
  const end = Math.max(began + 1, 1000 * seconds - 0.4 * began);
  const left = Math.max(0.2 * seconds, seconds - bytes / BYTES_A_SECOND);
  const elapsed = () => (performance.now() - began) / (end - began);
  return { work: left * WORK_A_SECOND, elapsed, progress };
}

function answer(taken: FormingTaken, effort: FormingEffort) {
  try {
    return formTaken(taken, effort);
  } catch (error) {
    if (error instanceof FormingError) throw new Misuse(error.message);
    throw error;
  }
}
