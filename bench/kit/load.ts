import autocannon from 'autocannon';
import { processorTimeOf } from './processes.ts';
import { median } from './report.ts';

/** A page to be asked for, again and again. */
export interface Target {
  url: string;
  headers?: Record<string, string>;
  /** Whose processor time is counted. */
  processes?: () => number[];
}

/** What a target bore, and what it cost. */
export interface Rate {
  perSecond: number;
  /** Processor time of the target and its database for one request, in milliseconds. */
  cost: number;
}

/** Requests a second over `seconds`, from so many connections at once. Every answer must be a good one. */
export async function rateOf(target: Target, connections: number, seconds: number): Promise<Rate> {
  const pids = target.processes?.() ?? [];
  const before = processorTimeOf(pids);
  const { requests } = await run(target, connections, seconds);
  return { perSecond: requests.total / seconds, cost: (processorTimeOf(pids) - before) / requests.total };
}

/** The middle of the answering times of one connection, in milliseconds. */
export async function answeringTime(target: Target, requests: number): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < requests; i += 1) {
    const began = performance.now();
    const answer = await fetch(target.url, { headers: target.headers });
    await answer.arrayBuffer();
    times.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`${target.url} answered ${answer.status}`);
  }
  return median(times);
}

/** Takes turns between the targets, so that what disturbs the machine disturbs them alike; the middle of each. */
export async function inTurns(
  targets: Target[],
  rounds: number,
  connections: number,
  seconds: number,
): Promise<Rate[]> {
  for (const target of targets) await rateOf(target, connections, 4); // warm
  const found = targets.map((): Rate[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, target] of targets.entries()) found[i]!.push(await rateOf(target, connections, seconds));
  }
  return found.map((rates) => ({
    perSecond: median(rates.map((rate) => rate.perSecond)),
    cost: median(rates.map((rate) => rate.cost)),
  }));
}

async function run({ url, headers }: Target, connections: number, duration: number) {
  const result = await autocannon({ url, connections, duration, headers });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(
      `${url}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} timeouts`,
    );
  return result;
}
