import type { Nameable } from './naming.ts';

/**
 * SQL that reads all a name is made of from a row of circles, as one value: a Nameable, or null where the row is absent
 * (an outer join) or out of the reader's sight.
 */
export const NAMED_OF = (circles: string): string => `CASE WHEN ${circles}.circle_id IS NOT NULL THEN
  json_build_object('name', ${circles}.name, 'ownName', ${circles}.own_name, 'timeZone', ${circles}.time_zone,
    'born', CASE WHEN ${circles}.born_from IS NOT NULL THEN json_build_object('from', ${circles}.born_from, 'to', ${circles}.born_to) END)
  END`;

/** Whether a value of a row is what NAMED_OF reads. */
export const isNameable = (value: unknown): value is Nameable =>
  typeof value === 'object' && value !== null && 'ownName' in value && 'born' in value && 'timeZone' in value;
