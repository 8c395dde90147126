// A thread of its own for laying out circles: see proposing.ts.
import { proposeCircles, type SeatingInput, type SeatingRound } from '../../matching/index.ts';
import { answerEach } from '../../platform/threads/answering.ts';

/** One to four seconds of looking, for as long as a coordinator waits gladly for her board. */
const WORK = 8e6;

answerEach<SeatingInput, SeatingRound>((input) => proposeCircles(input, { work: WORK }));
