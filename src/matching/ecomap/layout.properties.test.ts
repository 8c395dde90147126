import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin, meet } from './box.ts';
import { layOutMap, MARK } from './layout.ts';
import { linesOf, widthOf } from './text-size.ts';
import { MOST_TIES } from './tie.ts';
import { anyTies, aTie, crowd } from './ties.fixture.ts';

const some = fc.oneof(anyTies, crowd);

test('no two names or marks touch, everybody is on the sheet, and nobody is left out', () => {
  fc.assert(
    fc.property(some, (ties) => {
      const { placed, width, height, centre } = layOutMap(ties);
      const sheet = { x: 0, y: 0, w: width, h: height };
      const lamp = { x: centre.x - 16, y: centre.y - 20, w: 32, h: 40 };
      expect(placed.map(({ id }) => id).sort()).toEqual(ties.map(({ id }) => id).sort());
      for (const [i, { box, label, x, y }] of placed.entries()) {
        expect(isWithin(box, sheet)).toBe(true);
        expect(isWithin(label.box, box)).toBe(true);
        const mark = { x: x - MARK, y: y - MARK, w: 2 * MARK, h: 2 * MARK };
        expect(isWithin(mark, { x: box.x - 0.01, y: box.y - 0.01, w: box.w + 0.02, h: box.h + 0.02 })).toBe(
          true,
        );
        expect(meet(mark, label.box)).toBe(false);
        expect(meet(box, lamp)).toBe(false);
        for (const other of placed.slice(i + 1)) expect(meet(box, other.box)).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

test('whoever is nearer stands nearer, measured by the rings', () => {
  fc.assert(
    fc.property(anyTies, (ties) => {
      const { placed, centre, rings } = layOutMap(ties);
      const outer = rings.find(({ ring }) => ring === 3)!;
      const far = (id: string) => {
        const { x, y } = placed.find((one) => one.id === id)!;
        return Math.hypot((x - centre.x) / outer.rx, (y - centre.y) / outer.ry);
      };
      for (const a of ties)
        for (const b of ties) if (a.ring < b.ring) expect(far(a.id)).toBeLessThan(far(b.id));
    }),
    { numRuns: 15 },
  );
});

test('the same ties give the same picture', () => {
  fc.assert(
    fc.property(anyTies, (ties) => {
      expect(layOutMap(structuredClone(ties))).toEqual(layOutMap(ties));
    }),
    { numRuns: 10 },
  );
});

test('thirty with long names are a picture for a phone still', () => {
  const ties = Array.from({ length: MOST_TIES }, (_, i) =>
    aTie({ id: `${i}`, name: `Somebody Wonderful ${i}`, ring: ((i % 3) + 1) as 1 | 2 | 3 }),
  );
  expect(layOutMap(ties).height).toBeLessThan(1500);
});

test('a name is cut only where it is too long, and never through a letter', () => {
  expect(linesOf('Dana')).toEqual(['Dana']);
  expect(linesOf('Night Feeds, Lakeview')).toEqual(['Night Feeds,', 'Lakeview']);
  expect(linesOf('Dr. Wilhelmina Featherstonehaugh of the Clinic')[1]).toMatch(/…$/);
  const family = '👨‍👩‍👧‍👦'.repeat(40);
  for (const line of linesOf(family)) expect(line.replaceAll('👨‍👩‍👧‍👦', '')).toMatch(/^…?$/);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
      const lines = linesOf(name);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(94);
    }),
  );
});
