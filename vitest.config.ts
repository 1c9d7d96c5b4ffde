import { defineConfig } from 'vitest/config';

/** `unit`: beside the code and in `server/test`. `e2e`: the whole system, also in a real browser. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/totals-reporter.mjs'],
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'e2e',
          // After the unit tests: browsers and engines want the machine for themselves.
          sequence: { groupOrder: 1 },
          include: ['e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
    ],
  },
});
