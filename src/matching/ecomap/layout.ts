import type { StepKind } from '../words.ts';
import { type Box, crosses, isWithin, meet, type Point } from './box.ts';
import { LINE, linesOf, widthOf } from './text-size.ts';
import type { Ring, Tie } from './tie.ts';

/** The picture is as wide as a small phone; how high it is follows from how many stand on it. */
export const WIDTH = 360;
/** Half of a tie's round mark. */
export const MARK = 15;
/** Half of what a finger needs. */
const TAP = 22;
/** How far the rings reach to either side. */
const REACH: Record<Ring, number> = { 1: 80, 2: 121, 3: 160 };
/** Around the lamp in the middle no name stands. */
const HEARTH = { w: 64, h: 76 };
const MARGIN = 4;
const GAP = 3;
/** One turn in this many steps is looked at for each tie. */
const STEPS = 60;
/** A ring is a band: on its line, a little inside, a little outside. */
const BAND = [0, 9, -9];
/** So far from their own part of the circle, in steps, nobody is put while the picture may still grow instead. */
const ASTRAY = { most: 8, until: 1.9 };
/** How much higher the rings are made when not everybody fits. */
const HIGHER = 0.14;

// What is worth avoiding, against being turned away from one's place by one step.
const COST = { step: 1.4, band: 1, throughName: 14, ownName: 9, crossed: 14 };

/** Where one tie stands. */
export interface Placed extends Point {
  id: string;
  /** The middle of its mark is `x`, `y`; the middle of its name's lines: */
  label: { x: number; lines: string[]; box: Box };
  /** Mark and name together: what a finger may touch. */
  box: Box;
}

export interface Layout {
  width: number;
  height: number;
  centre: Point;
  rings: { ring: Ring; rx: number; ry: number }[];
  placed: Placed[];
}

/** A tie that waits for its place: where it would stand best, in turns from the top, clockwise. */
interface Waiting {
  id: string;
  ring: Ring;
  turn: number;
  lines: string[];
  width: number;
}

/**
 * Draws up the picture: she in the middle, each kind of people in its own part of the circle, the nearest on the
 * innermost ring. No two names touch, everything is inside; the same ties give the same picture.
 */
export function layOutMap(ties: Tie[]): Layout {
  const waiting = seats(ties);
  for (let stretch = leastStretch(waiting); ; stretch += HIGHER) {
    const layout = tryAt(waiting, stretch);
    if (layout) return layout;
  }
}

/** Below this they cannot all fit: either side of a ring holds as many as stand above each other. */
function leastStretch(waiting: Waiting[]): number {
  const needed = ([1, 2, 3] as const).map((ring) => {
    const here = waiting.filter((one) => one.ring === ring);
    const high = here.reduce((sum, { lines }) => sum + 2 * MARK + lines.length * LINE + GAP, 0);
    return (0.75 * high) / (4 * REACH[ring]);
  });
  return Math.max(1, ...needed);
}

/** Everybody's best place. The parts of the circle are as wide as they are full. */
function seats(ties: Tie[]): Waiting[] {
  const all: Waiting[] = [];
  let start = 0;
  for (const kind of AROUND) {
    const part = ties.filter(({ people }) => people === kind);
    const share = part.length / Math.max(1, ties.length);
    for (const ring of [1, 2, 3] as const) {
      const here = part.filter((tie) => tie.ring === ring);
      for (const [i, { id, name }] of here.entries()) {
        const lines = linesOf(name);
        const turn = start + ((i + 0.5) / here.length) * share;
        all.push({ id, ring, turn, lines, width: Math.max(...lines.map(widthOf), 0) });
      }
    }
    start += share;
  }
  return all.sort((a, b) => a.ring - b.ring);
}
/** Neighbours on the picture are neighbours in life: family beside peers, professionals beside what is online. */
const AROUND = ['family', 'peer', 'circle', 'online', 'professional'] as const satisfies readonly StepKind[];

function tryAt(waiting: Waiting[], stretch: number): Layout | null {
  const height = Math.round(2 * (REACH[3] * stretch + MARK + LINE + 2 * MARGIN));
  const sheet = { x: MARGIN, y: MARGIN, w: WIDTH - 2 * MARGIN, h: height - 2 * MARGIN };
  const centre = { x: WIDTH / 2, y: height / 2 };
  const placed: Placed[] = [];
  for (const one of waiting) {
    const best = bestPlace(one, stretch, { sheet, centre, placed });
    if (!best) return null;
    placed.push(best);
  }
  const rings = ([3, 2, 1] as const).map((ring) => ({ ring, rx: REACH[ring], ry: REACH[ring] * stretch }));
  return { width: WIDTH, height, centre, rings, placed };
}

interface Room {
  sheet: Box;
  centre: Point;
  placed: Placed[];
}

/** The cheapest free place on its ring; null when there is none. */
function bestPlace(one: Waiting, stretch: number, room: Room): Placed | null {
  let best: Placed | null = null;
  let least = Number.POSITIVE_INFINITY;
  const farthest = stretch < ASTRAY.until ? ASTRAY.most : STEPS / 2;
  for (let step = 0; step <= farthest; step++) {
    if (step * COST.step >= least) break; // farther away nothing is cheaper
    for (const side of step === 0 || step === STEPS / 2 ? [1] : [1, -1]) {
      for (const [n, band] of BAND.entries()) {
        for (const above of [false, true]) {
          const before = step * COST.step + n * COST.band;
          if (before >= least) continue;
          const found = placeAt(one, one.turn + (side * step) / STEPS, band, above, stretch, room);
          if (!isFree(found.box, room)) continue;
          const cost = before + costOf(found, above, room);
          if (cost < least) [best, least] = [found, cost];
        }
      }
    }
  }
  return best;
}

function placeAt(
  { id, ring, lines, width }: Waiting,
  turn: number,
  band: number,
  above: boolean,
  stretch: number,
  { sheet, centre }: Room,
): Placed {
  const angle = turn * 2 * Math.PI;
  const reach = REACH[ring] + band;
  const x = round(clamp(centre.x + reach * Math.sin(angle), sheet.x + TAP, sheet.x + sheet.w - TAP));
  const y = round(centre.y - reach * stretch * Math.cos(angle));
  const h = lines.length * LINE;
  const labelX = round(clamp(x, sheet.x + width / 2, sheet.x + sheet.w - width / 2));
  const labelBox = { x: labelX - width / 2, y: above ? y - MARK - h - 1 : y + MARK + 1, w: width, h };
  const left = Math.min(labelBox.x, x - TAP);
  const right = Math.max(labelBox.x + width, x + TAP);
  const top = Math.min(labelBox.y, y - MARK);
  const box = { x: left, y: top, w: right - left, h: 2 * MARK + 1 + h };
  return { id, x, y, label: { x: labelX, lines, box: labelBox }, box };
}

function isFree(box: Box, { sheet, centre, placed }: Room): boolean {
  const hearth = { x: centre.x - HEARTH.w / 2, y: centre.y - HEARTH.h / 2, ...HEARTH };
  return (
    isWithin(box, sheet) && !meet(box, hearth, GAP) && !placed.some((other) => meet(box, other.box, GAP))
  );
}

/** What is unlovely about a place: its line through names, names under others' lines, its name under its own line. */
function costOf(here: Placed, above: boolean, { centre, placed }: Room): number {
  let cost = above === here.y < centre.y ? 0 : COST.ownName;
  for (const other of placed) {
    if (crosses(centre, here, other.box)) cost += COST.throughName;
    if (crosses(centre, other, here.box)) cost += COST.crossed;
  }
  return cost;
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const round = (value: number): number => Math.round(value * 10) / 10;
