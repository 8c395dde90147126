/** Something on a day of its place's calendar ('YYYY-MM-DD'). */
interface Dated {
  day: string;
}

export interface Matched<A, B> {
  pairs: [A, B][];
  /** What has no date any more. */
  gone: A[];
  /** Dates that nothing stood on before. */
  fresh: B[];
}

/**
 * Which old time becomes which new one when a rule changes: first those on the same day, then those in the same week,
 * then in the same month, each in order. So answers stay with the evening they were meant for, and when a group moves
 * from Tuesdays to Thursdays each Tuesday becomes its own week's Thursday. `once`: there is one of each, which are the same.
 */
export function matchDates<A extends Dated, B extends Dated>(
  before: A[],
  after: B[],
  once = false,
): Matched<A, B> {
  const left = { gone: before, fresh: after, pairs: [] as [A, B][] };
  const passes = [
    (day: string) => day,
    weekOf,
    (day: string) => day.slice(0, 7),
    ...(once ? [() => ''] : []),
  ];
  for (const nameOf of passes) {
    const waiting = new Map<string, B[]>();
    for (const date of left.fresh) {
      const name = nameOf(date.day);
      waiting.set(name, [...(waiting.get(name) ?? []), date]);
    }
    left.gone = left.gone.filter((one) => {
      const date = waiting.get(nameOf(one.day))?.shift();
      if (date) left.pairs.push([one, date]);
      return !date;
    });
    left.fresh = [...waiting.values()].flat();
  }
  return left;
}

/** The Monday of a day's week. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
