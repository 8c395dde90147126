import { Temporal } from 'temporal-polyfill';
import {
  DAYS,
  PARTS,
  type Seeker,
  type SeekerPlace,
  type Slot,
  type Stage,
  type StageKind,
  silentSeeker,
} from '../../matching/index.ts';
import type { Filters } from './filters.ts';

/** Half way round the earth: "any distance". */
const ANYWHERE_MILES = 12_450;

/** Somebody who is what the filters say and nothing else. */
export function seekerFor(
  filters: Filters,
  place: SeekerPlace | null,
  timeZone: string,
  today: string,
): Seeker {
  return {
    ...silentSeeker(today),
    stages: stagesFor(filters, today),
    place,
    topics: filters.topic ? [filters.topic] : [],
    languages: filters.language ? [filters.language] : [],
    free: slotsFor(filters),
    timeZone,
    faith: filters.faith,
    meets: filters.place,
    maxMiles: filters.within ?? ANYWHERE_MILES,
    needsChildcare: filters.childcare,
  };
}

function stagesFor({ stage, age }: Filters, today: string): Stage[] {
  const hasAge = age !== null && (stage === null || stage === 'baby' || stage === 'toddler');
  if (hasAge) {
    const born = Temporal.PlainDate.from(today).subtract({ months: age }).toPlainYearMonth().toString();
    return [{ kind: 'baby', birthMonth: born }]; // the engine moves a grown one to the right stage
  }
  return stage ? [stageOf(stage)] : [];
}

function stageOf(kind: StageKind): Stage {
  if (kind === 'expecting') return { kind, dueMonth: null };
  if (kind === 'baby' || kind === 'toddler') return { kind, birthMonth: null };
  return { kind };
}

function slotsFor({ day, part }: Filters): Slot[] {
  if (!day && !part) return [];
  const days = day ? [day] : DAYS;
  const parts = part ? [part] : PARTS;
  return days.flatMap((one) => parts.map((other): Slot => `${one}-${other}`));
}
