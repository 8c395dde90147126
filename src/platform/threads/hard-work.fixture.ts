import { answerEach } from './answering.ts';

// A thread that does as it is told, and is told all sorts of things.
answerEach<string, string>((asked, reach) => {
  reach(7);
  if (asked === 'for ever') for (;;) reach(8);
  if (asked === 'all memory') {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, n) => n));
  }
  if (asked === 'fail') throw new Error('no good');
  return asked.toUpperCase();
});
