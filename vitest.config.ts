import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const database = ['test/kit/postgres.ts'];

/** The longest first, so that none is left alone at the end; the journeys before the rest. */
const FIRST = [
  'journeys/every-page',
  'journeys/first-plan',
  'journeys/everyday-care',
  'journeys/writing',
  'journeys/',
  'test/access-matrix',
  'test/leak',
  'db/embedded/',
];

class LongestFirst extends BaseSequencer {
  // A worker goes on with its copy of the application only while the next file is of the same project.
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = FIRST.findIndex((part) => moduleId.includes(part));
      return at < 0 ? FIRST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // Against what hangs, not a measure: a machine with other work takes three times as long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // On two cores vitest would keep one for itself, which does next to nothing.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'house', include: ['test/house/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'code',
          // One copy of the application a worker: loading it anew for each of sixty files was half of the run.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'],
          globalSetup: database,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          isolate: false,
          include: ['test/journeys/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
