import { PUT_OFF_DAYS } from '../weights.ts';
import type { Decision, Decisions, Plan } from './step.ts';

/** The day a put-off step comes back, 'YYYY-MM-DD'. */
export function returnsOn(decision: Decision): string {
  if (decision.until) return decision.until.slice(0, 10);
  const back = new Date(`${decision.at.slice(0, 10)}T12:00:00Z`);
  // A date nobody can read keeps nothing away.
  if (Number.isNaN(back.getTime())) return '';
  back.setUTCDate(back.getUTCDate() + PUT_OFF_DAYS);
  return back.toISOString().slice(0, 10);
}

/** A step may be offered unless it is done, declined, or put off to a later day. */
export function isOpenOn(decisions: Decisions, today: string): (key: string) => boolean {
  return (key) => {
    const decision = decisions.get(key);
    if (!decision) return true;
    return decision.state === 'not-now' && returnsOn(decision) <= today.slice(0, 10);
  };
}

/** What she finished, newest first, and what she put off, soonest first. Nothing of it is ever dropped. */
export function remember(decisions: Decisions, today: string): Pick<Plan, 'done' | 'putOff'> {
  const done: Plan['done'] = [];
  const putOff: Plan['putOff'] = [];
  for (const [key, decision] of decisions) {
    if (decision.state === 'done') done.push({ key, at: decision.at });
    else if (decision.state === 'not-now' && returnsOn(decision) > today.slice(0, 10)) {
      putOff.push({ key, until: returnsOn(decision) });
    }
  }
  done.sort((a, b) => compare(b.at, a.at) || compare(a.key, b.key));
  putOff.sort((a, b) => compare(a.until, b.until) || compare(a.key, b.key));
  return { done, putOff };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
