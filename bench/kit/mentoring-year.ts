import type { Mentee, Mentor } from '../../src/matching/index.ts';
import { fateOf } from './mentoring-fate.ts';
import { type Arrival, DAYS, dateOf, type Volunteer } from './mentoring-people.ts';

/** Who brings mothers and mentors together. Everybody given may wait or has room; order: longest waiting, longest here. */
export interface Policy {
  name: string;
  /** Days between rounds; null: at once, whenever somebody asks or a place comes free. */
  every: number | null;
  choose: (waiting: readonly Mentee[], free: readonly Mentor[], today: string) => Chosen[];
}
export interface Chosen {
  menteeId: string;
  mentorId: string;
  score: number;
}

/** A year under one policy. */
export interface Year {
  /** Of every pair that was proposed. */
  scores: number[];
  /** Days from asking, or from asking again, to a proposal; of those still waiting, to the end of the year. */
  waits: number[];
  /** Each mother's first. */
  firstWaits: number[];
  declined: number;
  silent: number;
  parted: number;
  /** Times that a mentor had more than she offered. */
  overload: number;
  stillWaiting: Mentee[];
  neverMatched: number;
}

interface Event {
  at: number;
  run: () => void;
}

/** Plays the year: the same mothers on the same days, the same mentors, the same fate for the same pair. */
export function playYear(arrivals: Arrival[], volunteers: Volunteer[], policy: Policy, seed: number): Year {
  return new Playing(arrivals, volunteers, policy, seed).play();
}

class Playing {
  private readonly events: Event[] = [];
  private readonly waiting = new Map<string, { mentee: Mentee; since: number }>();
  private readonly load = new Map<string, number>();
  private readonly restsUntil = new Map<string, number>();
  private readonly met = new Set<string>();
  private readonly year: Year = {
    scores: [],
    waits: [],
    firstWaits: [],
    declined: 0,
    silent: 0,
    parted: 0,
    overload: 0,
    stillWaiting: [],
    neverMatched: 0,
  };

  constructor(
    arrivals: Arrival[],
    private readonly volunteers: Volunteer[],
    private readonly policy: Policy,
    private readonly seed: number,
  ) {
    for (const { day, mentee } of arrivals) this.at(day, () => this.ask(mentee, day));
    for (const { from, pauses } of volunteers)
      for (const moment of [from, ...pauses.map(({ to }) => to)]) this.at(moment, () => this.changed(moment));
    if (policy.every)
      for (let day = policy.every; day < DAYS; day += policy.every) this.at(day, () => this.round(day));
  }

  play(): Year {
    for (let next = this.next(); next && next.at < DAYS; next = this.next()) next.run();
    for (const { mentee, since } of this.waiting.values()) {
      this.waited(mentee.id, DAYS - since);
      this.year.stillWaiting.push(mentee);
      if (!this.met.has(mentee.id)) this.year.neverMatched += 1;
    }
    return this.year;
  }

  private at(at: number, run: () => void): void {
    this.events.push({ at, run });
  }

  private next(): Event | undefined {
    let first = 0;
    for (let one = 1; one < this.events.length; one++)
      if (this.events[one]!.at < this.events[first]!.at) first = one;
    return this.events.splice(first, 1)[0];
  }

  private ask(mentee: Mentee, day: number): void {
    this.waiting.set(mentee.id, { mentee: { ...mentee, waitingSince: dateOf(day) }, since: day });
    this.changed(day);
  }

  private changed(day: number): void {
    if (this.policy.every === null) this.round(day);
  }

  private round(day: number): void {
    if (this.waiting.size === 0) return;
    const today = dateOf(day);
    const waiting = [...this.waiting.values()].map(({ mentee }) => ({
      ...mentee,
      self: { ...mentee.self, today },
    }));
    const free = this.volunteers.flatMap((one) => (this.takes(one, day) ? this.withRoom(one.mentor) : []));
    for (const chosen of this.policy.choose(waiting, free, today)) this.pair(chosen, day);
  }

  private takes({ mentor, from, pauses }: Volunteer, day: number): boolean {
    const paused = pauses.some((pause) => day >= pause.from && day < pause.to);
    return day >= from && !paused && day >= (this.restsUntil.get(mentor.id) ?? 0);
  }

  private withRoom(mentor: Mentor): Mentor[] {
    const capacityLeft = mentor.capacityLeft - (this.load.get(mentor.id) ?? 0);
    return capacityLeft > 0 ? [{ ...mentor, capacityLeft }] : [];
  }

  private pair({ menteeId, mentorId, score }: Chosen, day: number): void {
    const asked = this.waiting.get(menteeId)!;
    this.waiting.delete(menteeId);
    this.waited(menteeId, day - asked.since);
    this.met.add(menteeId);
    this.year.scores.push(score);
    this.carry(mentorId, 1);
    const fate = fateOf(menteeId, mentorId, score, this.seed);
    const end = day + fate.after;
    this.at(end, () => {
      this.carry(mentorId, -1);
      if (fate.kind === 'held') return this.changed(end);
      this.year[fate.kind] += 1;
      // A mentor who fell silent is left in peace for a month.
      if (fate.kind === 'silent') this.restsUntil.set(mentorId, end + 30);
      if (fate.kind === 'silent') this.at(end + 30, () => this.changed(end + 30));
      const { apart } = asked.mentee;
      const declined = new Set([...apart.declined, mentorId]);
      this.ask({ ...asked.mentee, apart: { ...apart, declined } }, end);
    });
  }

  private waited(menteeId: string, days: number): void {
    this.year.waits.push(days);
    if (!this.met.has(menteeId)) this.year.firstWaits.push(days);
  }

  private carry(mentorId: string, more: 1 | -1): void {
    const load = (this.load.get(mentorId) ?? 0) + more;
    this.load.set(mentorId, load);
    const offered = this.volunteers.find(({ mentor }) => mentor.id === mentorId)!.mentor.capacityLeft;
    if (load > offered) this.year.overload += 1;
  }
}
