import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const database = ['test/kit/postgres.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // On two cores vitest would keep one for itself, which does next to nothing.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
          include: ['test/journeys/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
