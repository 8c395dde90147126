import highs from 'highs';
import { type SeatingInput, SLOTS } from '../../src/matching/index.ts';
import { between, fits, holds, type Setting, suits, worthOf } from '../../src/matching/seating/circle.ts';
import { UNIT } from '../../src/matching/seating/pair-values.ts';
import { PARTED, type Table, tableOf } from '../../src/matching/seating/table.ts';

const solver = highs();

interface Column {
  value: number;
  members: number[];
  lead: number;
  slot: number;
}

/**
 * The greatest total a round can have, proven by HiGHS: every circle that keeps the rules is a column, for each who might
 * lead it and each hour. For few members and one facilitator to a circle.
 */
export async function provenSeating(input: SeatingInput): Promise<number> {
  const table = tableOf(input);
  const columns = settingsOf(table).flatMap((setting) => circlesIn(table, setting));
  const best = new Map<string, Column>();
  for (const one of columns) {
    // Who leads one circle alone has no second one to be late for: her hours are all one.
    const hour = table.theirs[one.lead]!.facilitator.circlesLeft > 1 ? one.slot : '';
    const key = `${one.members.join()} ${one.lead} ${hour}`;
    if ((best.get(key)?.value ?? Number.NEGATIVE_INFINITY) < one.value) best.set(key, one);
  }
  const solved = (await solver).solve(modelOf(table, [...best.values()]), {
    output_flag: false,
    mip_rel_gap: 0,
  });
  if (solved.Status !== 'Optimal') throw new Error(`HiGHS: ${solved.Status}`);
  return solved.ObjectiveValue;
}

const settingsOf = ({ theirs, languages }: Table): Setting[] =>
  theirs.flatMap((one, lead) =>
    languages
      .flatMap((_language, language) =>
        SLOTS.flatMap((_slot, slot) => [1, 2].map((way) => ({ language, slot, way, team: [lead] }))),
      )
      .filter((setting) => suits(one, setting)),
  );

function circlesIn(table: Table, setting: Setting): Column[] {
  const { lower, upper } = table.rules;
  const fitting = table.hers.flatMap((_one, at) => (fits(table, setting, at) ? [at] : []));
  const columns: Column[] = [];
  const grow = (members: number[], from: number): void => {
    if (members.length >= lower && holds(table, setting, members)) {
      const value = worthOf(table, { ...setting, members }) / UNIT;
      if (value > 0) columns.push({ value, members, lead: setting.team[0]!, slot: setting.slot });
    }
    if (members.length === upper) return;
    for (let at = from; at < fitting.length; at++) {
      const next = fitting[at]!;
      if (members.every((one) => between(table, setting.way, one, next) !== PARTED))
        grow([...members, next], at + 1);
    }
  };
  grow([], 0);
  return columns;
}

function modelOf({ size, theirs }: Table, columns: Column[]): string {
  const rows: string[] = [];
  const row = (is: (column: Column) => boolean, most: number) => {
    const in_ = columns.flatMap((column, at) => (is(column) ? [`+ x${at}`] : []));
    if (in_.length > 0) rows.push(`${lined(in_)} <= ${most}`);
  };
  for (let member = 0; member < size; member++) row(({ members }) => members.includes(member), 1);
  theirs.forEach(({ facilitator }, lead) => {
    row((column) => column.lead === lead, facilitator.circlesLeft);
    if (facilitator.circlesLeft < 2) return;
    SLOTS.forEach((_slot, slot) => {
      row((column) => column.lead === lead && column.slot === slot, 1);
    });
  });
  return [
    'Maximize',
    lined(columns.map(({ value }, at) => `+ ${value.toFixed(6)} x${at}`)),
    'Subject To',
    ...rows,
    'Binary',
    lined(columns.map((_column, at) => `x${at}`)),
    'End',
  ].join('\n');
}

/** The format's lines are short. */
function lined(words: string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += 20) lines.push(words.slice(at, at + 20).join(' '));
  return lines.join('\n');
}
