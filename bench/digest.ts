// Ten thousand members with a digest due, a real mail server in a process of its own, and ours killed without warning
// on the way. Counted where it matters: what the mail server has said yes to.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { memoryOf, processorTimeOf } from './kit/processes.ts';
import { type Figure, report } from './kit/report.ts';
import { newFolder, type Server, startServer } from './kit/server.ts';
import { bringSubscribersTo, letterStates } from './kit/subscribers.ts';
import { inTown } from './kit/town.ts';

const MEMBERS = 10_000;
const KILLED_AT = [0.25, 0.5, 0.75];
const PATIENCE_MS = 15 * 60 * 1000;

await report('digest', async () => {
  const dataDir = newFolder();
  const first = await startServer({ dataDir });
  await inTown(dataDir, (town) => bringSubscribersTo(town, MEMBERS)).finally(() => first.stop(true));
  const taken = join(dataDir, 'taken.txt');
  const mail = fork(join(dirname(fileURLToPath(import.meta.url)), 'kit', 'mail-server.js'), [taken]);
  const [port] = await once(mail, 'message');
  try {
    return await send(dataDir, taken, {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      PUBLIC_URL: 'http://porch.example.org',
    });
  } finally {
    mail.kill();
  }
});

async function send(dataDir: string, taken: string, env: NodeJS.ProcessEnv): Promise<Figure[]> {
  let server = await startServer({ dataDir, env });
  const rates: number[] = [];
  for (const share of KILLED_AT) {
    rates.push(await untilTaken(taken, Math.floor(MEMBERS * share)));
    await server.kill();
    server = await startServer({ dataDir, env });
  }
  const weight = { memory: 0, processor: processorTimeOf([server.pid]), letters: lines(taken).length };
  const states = await untilDone(server, (memory) => {
    weight.memory = Math.max(weight.memory, memory);
  });
  weight.processor = processorTimeOf([server.pid]) - weight.processor;
  weight.letters = lines(taken).length - weight.letters;
  const all = lines(taken);
  await server.stop(); // the folder goes with it
  return figures(all, states, rates, weight);
}

function lines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
}

/** Waits until the mail server has so many. Resolves to letters a second, from the first one of this server on. */
async function untilTaken(file: string, count: number): Promise<number> {
  const before = lines(file).length;
  let began = 0;
  for (const late = Date.now() + PATIENCE_MS; Date.now() < late; await pause(5)) {
    const now = lines(file).length;
    if (!began && now > before) began = performance.now();
    if (now >= count) return ((now - before) * 1000) / (performance.now() - began);
  }
  throw new Error(`Only ${lines(file).length} letters came`);
}

async function untilDone(server: Server, weigh: (memory: number) => void): Promise<Record<string, number>> {
  return inTown(server.dataDir, async ({ owner }) => {
    for (const late = Date.now() + PATIENCE_MS; Date.now() < late; await pause(500)) {
      const states = await letterStates(owner);
      weigh(memoryOf([server.pid]));
      const open = (states.claimed ?? 0) + (states.sending ?? 0) + (states.waiting ?? 0);
      const ended = Object.values(states).reduce((a, b) => a + b, 0) - open;
      if (open === 0 && ended >= MEMBERS) return states;
    }
    throw new Error('The letters never came to an end');
  });
}

function figures(
  taken: string[],
  states: Record<string, number>,
  rates: number[],
  weight: { memory: number; processor: number; letters: number },
): Figure[] {
  const each = new Map<string, number>();
  for (const line of taken) {
    const [to] = line.split(' ') as [string];
    each.set(to, (each.get(to) ?? 0) + 1);
  }
  const exactly = [...each.values()].filter((count) => count === 1).length;
  const told = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  return [
    { what: 'members with a digest due', value: MEMBERS, unit: 'members', note: told.join(', ') },
    { what: 'kills without warning on the way', value: KILLED_AT.length, unit: 'times' },
    { what: 'got exactly one', value: exactly, unit: 'members', least: MEMBERS },
    { what: 'got more than one', value: each.size - exactly, unit: 'members', most: 0 },
    { what: 'got none', value: MEMBERS - each.size, unit: 'members', most: 0 },
    {
      what: 'letters a second, before each kill',
      value: Math.min(...rates),
      unit: '/s',
      note: rates.map((rate) => rate.toFixed(0)).join(', '),
    },
    {
      what: 'processor time of one letter (Node alone)',
      value: weight.processor / weight.letters,
      unit: 'ms',
    },
    { what: 'Node while sending, at most', value: weight.memory, unit: 'MB' },
  ];
}
