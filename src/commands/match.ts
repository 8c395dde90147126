import { once } from 'node:events';
import { AssignmentError, assignTaken } from '../matching/index.ts';
import { type Command, Misuse } from './command.ts';
import { bytesOf } from './json/bytes-of.ts';
import { readMatch } from './match/reading.ts';
import { Patience } from './patience.ts';

const command: Command = {
  about: 'matches mentees with mentors, the best there is for all together',
  help: `
Reads JSON from FILE and writes one line of JSON on standard output:

  {"mentees":["m1"],"mentors":[{"id":"d1","capacity":2}],"pairs":[["m1","d1",0.83]],
   "objective":"most-matched-then-total"}

  {"matches":[["m1","d1",0.83]],"unmatched":[],"total":0.83,"optimal":true}

Pairs not listed are forbidden. Scores are finite numbers, negative ones allowed. A mentor without a capacity takes one.
objective is most-matched-then-total (as many mentees as possible, then the greatest total; what it is if none is named)
or max-total (the greatest total alone: a pair is made only if it raises the total). The answer does not depend on the
order of anything in the input; optimal says that it was proven the best. Fields that are not known are not looked at.

  --in FILE   the input; - for standard input`,
  options: { in: { type: 'string' } },
  async run(values) {
    if (typeof values.in !== 'string' || values.in === '') throw new Misuse('--in FILE is missing.');
    const patience = new Patience();
    const { taken, objective } = readMatch(await bytesOf(values.in), () => patience.tell('reading'));
    const { matches, unmatched, total, optimal } = answer(() =>
      assignTaken(taken, objective, (done) => patience.tell('matching', done)),
    );
    const written = process.stdout.write(`${JSON.stringify({ matches, unmatched, total, optimal })}\n`);
    if (!written) await once(process.stdout, 'drain');
    return 0;
  },
};
export default command;

function answer<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AssignmentError) throw new Misuse(error.message);
    throw error;
  }
}
