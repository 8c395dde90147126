import { once } from 'node:events';
import { type Finding, graver, triage } from '../features/danger/triage/index.ts';
import { type Command, Misuse } from './command.ts';
import { linesOf } from './lines.ts';

const command: Command = {
  about: 'reads texts and says which hold words that suggest danger',
  help: `
Reads one text a line on standard input and writes, for each, one line of JSON on standard output:

  {"level":"urgent","phrases":["want to kill myself"]}

level is none, concern or urgent; phrases are the words of the text that led there.

  --lang en|es   the language of the texts (en)

What it can and cannot do stands in docs/safety.md.`,
  options: { lang: { type: 'string', default: 'en' } },
  async run({ lang }) {
    if (lang !== 'en' && lang !== 'es') throw new Misuse(`--lang is en or es, not ${String(lang)}.`);
    let line: Finding = { level: 'none', phrases: [] };
    for await (const pieces of linesOf(process.stdin)) {
      let written = '';
      for (const { text, isLast } of pieces) {
        line = together(line, triage(text, lang));
        if (!isLast) continue;
        written += `${JSON.stringify(line)}\n`;
        line = { level: 'none', phrases: [] };
      }
      if (written && !process.stdout.write(written)) await once(process.stdout, 'drain');
    }
    return 0;
  },
};
export default command;

/** What two pieces of one very long line say together. */
function together(a: Finding, b: Finding): Finding {
  const level = graver(a.level, b.level);
  const phrases = [a, b].filter((each) => each.level === level).flatMap((each) => each.phrases);
  return { level, phrases: [...new Set(phrases)] };
}
