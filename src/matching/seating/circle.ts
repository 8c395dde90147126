import { centreOf } from './centre.ts';
import { IN_PERSON, type Present } from './sides.ts';
import { MAY, MAY_MEET, PARTED, type Table } from './table.ts';

/** Where and when, in which language, and led by whom: all by their places in the table. */
export interface Setting {
  language: number;
  /** Place among SLOTS. */
  slot: number;
  way: number;
  team: number[];
}

export interface Circle extends Setting {
  members: number[];
}

/** Free then, speaks it, would meet so. */
export const suits = ({ free, languages, ways }: Present, { slot, language, way }: Setting): boolean =>
  ((free >> slot) & (languages >> language) & 1) === 1 && (ways & way) !== 0;

/** Whether a member may sit in such a circle as far as it concerns her and who leads it. */
export function fits(table: Table, setting: Setting, member: number): boolean {
  if (!suits(table.hers[member]!, setting)) return false;
  const asked = setting.way === IN_PERSON ? MAY_MEET : MAY;
  for (const lead of setting.team) if (table.may[lead * table.size + member]! < asked) return false;
  return true;
}

/** What two are to each other there; PARTED: they are never in one circle. */
export function between({ pairs, near, size }: Table, way: number, a: number, b: number): number {
  const value = pairs[a * size + b]!;
  if (way !== IN_PERSON || near === null || value === PARTED) return value;
  const more = near[a * size + b]!;
  return more === PARTED ? PARTED : value + more;
}

/** What a member brings to those in it, one of them perhaps left out; minus infinity: somebody she is never seated with. */
export function brings(
  table: Table,
  { members, language, way }: Circle,
  member: number,
  without = -1,
): number {
  let sum = table.seat[language * table.size + member]!;
  for (const other of members) {
    if (other === member || other === without) continue;
    const value = between(table, way, member, other);
    if (value === PARTED) return Number.NEGATIVE_INFINITY;
    sum += value;
  }
  return sum;
}

/** What a circle adds to a round. */
export function worthOf(table: Table, { members, language, way }: Circle): number {
  let sum = 0;
  members.forEach((member, at) => {
    sum += table.seat[language * table.size + member]!;
    for (let before = 0; before < at; before++) sum += between(table, way, member, members[before]!);
  });
  return sum;
}

/** Topics that one alone of them has, and asked not to be alone in: bits. */
export function loneliness({ hers }: Table, members: readonly number[]): number {
  let [once, twice, asked] = [0, 0, 0];
  for (const member of members) {
    const { has, asks } = hers[member]!;
    twice |= once & has;
    once |= has;
    asked |= asks;
  }
  return once & ~twice & asked;
}

/** What concerns a circle as a whole: nobody is alone in it in a way she asked not to be, and all can reach its centre. */
export const holds = (table: Table, setting: Setting, members: readonly number[]): boolean =>
  loneliness(table, members) === 0 && canMeet(table, setting, members);

export function canMeet(table: Table, setting: Setting, members: readonly number[]): boolean {
  return (
    setting.way !== IN_PERSON ||
    surelyMeet(table, setting, members) ||
    centreFor(table, setting, members) !== 'nowhere'
  );
}

/** Whether the very middle of them will do for everybody with room to spare, as it mostly does; no more than a glance. */
function surelyMeet({ hers, theirs }: Table, { team }: Setting, members: readonly number[]): boolean {
  let [x, y, z] = [0, 0, 0];
  const all = members.length + team.length;
  const reaches = (at: number) =>
    at < members.length ? hers[members[at]!]!.reaches : theirs[team[at - members.length]!]!.reaches;
  for (let at = 0; at < all; at++) {
    const one = reaches(at);
    if (one === null) continue;
    x += one.x;
    y += one.y;
    z += one.z;
  }
  const length = Math.hypot(x, y, z);
  for (let at = 0; at < all; at++) {
    const one = reaches(at);
    if (one !== null && x * one.x + y * one.y + z * one.z < one.surely * length) return false;
  }
  return true;
}

export const centreFor = ({ hers, theirs }: Table, { team }: Setting, members: readonly number[]) =>
  centreOf([...members.map((at) => hers[at]!.reaches), ...team.map((at) => theirs[at]!.reaches)]);
