import type { StageKind } from '../../../matching/index.ts';
import type { Draft } from '../../gatherings/index.ts';

/** A gathering of the sample. What is not said is nobody's word. */
export interface SampleGathering {
  by: string;
  /** Key of its circle; else the community's. */
  circle?: string;
  kind: Draft['kind'];
  seenBy: Draft['seenBy'];
  title: string;
  description: string;
  /** ISO weekday, 'HH:MM', weeks ahead (0: the next one). */
  at: [number, string, number];
  minutes: number;
  rule?: string;
  venue?: string;
  address?: string;
  /** ZIP and the name shown; null: online. */
  near: [string, string] | null;
  /** Of a home: told only to those coming. */
  home?: string;
  yes?: (keyof Draft['facts'])[];
  no?: (keyof Draft['facts'])[];
  gettingThere?: string;
  cost?: Draft['cost'];
  languages: string[];
  stages?: StageKind[];
  ages?: [number | null, number | null];
  forWhom?: string;
  capacity?: number;
  series?: boolean;
  /** Who comes, to the first time. */
  coming?: string[];
}

/** An invented branch of the library, where several of them are held. */
export const LIBRARY = {
  venue: 'Sample Branch Library, children’s room',
  gettingThere: 'Free parking behind the building; the bus stops at the door.',
} as const;
