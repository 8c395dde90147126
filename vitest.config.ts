import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['test/kit/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'code', include: ['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: { name: 'journeys', include: ['test/journeys/*.test.ts'], testTimeout: 90_000, fileParallelism: false },
      },
    ],
  },
});
