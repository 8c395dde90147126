import type { HelplineShown } from '../../helplines/index.ts';

type Way = HelplineShown['ways'][number];

export type WayTo = Pick<Way, 'kind' | 'value' | 'label'>;

/** How to get to somebody outside the community, and who says so. */
export interface Reach {
  /** What it is, in the reader's language. */
  what: string;
  /** How to begin there; null: as the engine says. */
  first: string | null;
  minutes: number | null;
  ways: WayTo[];
  source: Source;
}

export interface Source {
  name: string;
  url: string | null;
  /** 'YYYY-MM-DD' */
  verified: string;
  /** Past its day of review. */
  overdue: boolean;
}

/** '1-833-TLC-MAMA (1-833-852-6262)' on a button: the part one remembers. Dialling uses the digits. */
export const shortLabel = (label: string): string => label.replace(/ \([-\d ]+\)$/, '');
