// A thread of its own for calendars of others: see read-apart.ts.
import { answerEach } from '../threads/answering.ts';
import { type Asked, type ReadAhead, readAhead } from './read-ahead.ts';

answerEach<Asked, ReadAhead>(readAhead);
