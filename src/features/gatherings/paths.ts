import type { OneTime } from './access.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Addresses of a gathering and of one of its times. What is no id is no such address. */
export const GATHERING = `/gatherings/:id{${ID}}` as const;
export const OCCURRENCE = `${GATHERING}/occurrences/:occurrence{${ID}}` as const;

const SHAPE = new RegExp(`^${ID}$`);
/** An id out of a query or a form; undefined for anything else. */
export const idOrNone = (value: string | undefined): string | undefined =>
  value && SHAPE.test(value) ? value : undefined;

export const pathOf = (gatheringId: string, occurrenceId?: string): string =>
  `/gatherings/${gatheringId}${occurrenceId ? `/occurrences/${occurrenceId}` : ''}`;

/** One time's page. */
export const timePath = ({ gathering, occurrence }: OneTime): string =>
  pathOf(gathering.gatheringId, occurrence.occurrenceId);

export const MATERIAL = `:material{${ID}}` as const;
