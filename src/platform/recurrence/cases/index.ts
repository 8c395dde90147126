import { readFileSync } from 'node:fs';
import type { Series } from '../series.ts';

/** A series and when it happens: instants in milliseconds. */
export interface Case {
  name: string;
  series: Series;
  /** Without an end in the rule, only so many were worked out. */
  expected: number[];
}

interface More {
  at?: string[];
  extra?: string[];
  except?: string[];
}
type RfcRow = [name: string, day: string, rule: string, on: string, more?: More];
type RuleRow = [name: string, start: string, zone: string, rule: string, more?: More];

/** What the RFC says of its own examples. */
export function rfcCases(): Case[] {
  return load<{ cases: RfcRow[] }>('rfc.json').cases.map(([name, day, rule, on, more = {}]) => ({
    name,
    series: { start: `${day}T09:00`, zone: 'America/New_York', rule, except: more.except, lasts: {} },
    expected: daysOf(on).flatMap((date) => (more.at ?? ['09:00']).map((at) => newYork(`${date}T${at}`))),
  }));
}

/** What python-dateutil says of rules of ours. */
export function recordedCases(): Case[] {
  const { answers } = load<{ answers: Record<string, string> }>('recorded.json');
  return load<{ cases: RuleRow[] }>('rules.json').cases.map(([name, start, zone, rule, more = {}]) => ({
    name,
    series: { start, zone, rule: rule || null, extra: more.extra, except: more.except, lasts: {} },
    expected: answers[name]!.split(' ')
      .filter(Boolean)
      .map((moment) => Date.parse(moment)),
  }));
}

const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

// "1997-09: 2-4,9" is four days.
function daysOf(text: string): string[] {
  return text.split('; ').flatMap((line) => {
    const [month, days = ''] = line.split(': ');
    return days.split(',').flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from(
        { length: last - first + 1 },
        (_, n) => `${month}-${String(first + n).padStart(2, '0')}`,
      );
    });
  });
}

// The RFC writes EDT and EST beside its answers: summer time of that age, from April's first Sunday to October's last;
// from March's second to November's first since 2007.
function newYork(wall: string): number {
  const [year = 0] = wall.split('-').map(Number);
  const [spring, autumn] =
    year < 2007 ? [sunday(year, 4, 1), lastSunday(year, 10)] : [sunday(year, 3, 8), sunday(year, 11, 1)];
  return Date.parse(`${wall}${wall >= spring && wall < autumn ? '-04:00' : '-05:00'}`);
}

function sunday(year: number, month: number, from: number): string {
  const first = new Date(Date.UTC(year, month - 1, from));
  return new Date(+first + ((7 - first.getUTCDay()) % 7) * 86_400_000).toISOString().slice(0, 10);
}

const lastSunday = (year: number, month: number): string =>
  [sunday(year, month, 29), sunday(year, month, 22)].find((day) => Number(day.slice(5, 7)) === month)!;
