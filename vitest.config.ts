import { defineConfig } from 'vitest/config';

/** Only so that a test that hangs ends some day: how fast the machine is decides no test. */
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 120_000 } } };
/** Vitest leaves one core idle by itself, which is half of a machine of two. */
const WORKERS = { pool: 'forks', maxWorkers: 2 } as const;
/** Node reads our TypeScript by itself, in a quarter of the time that Vite takes to transform it. */
const NATIVE = { experimental: { viteModuleRunner: false, nodeLoader: false } };

/** `unit`, and `admin` with its JSX: beside the code and in `server/test`. `e2e`: the whole system, also in a browser. */
export default defineConfig({
  test: {
    // Here as in CI: one that is missing fails, and `npm run sql` or `npm run api` writes it.
    update: 'none',
    reporters: ['default', './scripts/totals-reporter.mjs'],
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['packages/admin/**', '**/node_modules/**'],
          setupFiles: ['./scripts/property-tests.mjs'],
          ...PATIENCE,
          ...WORKERS,
          ...NATIVE,
        },
      },
      {
        test: {
          name: 'admin',
          sequence: { groupOrder: 0 },
          include: ['packages/admin/**/*.test.ts'],
          ...PATIENCE,
          ...WORKERS,
        },
      },
      {
        test: {
          name: 'e2e',
          // After the unit tests: browsers and engines want the machine for themselves.
          sequence: { groupOrder: 1 },
          include: ['e2e/**/*.test.ts'],
          ...PATIENCE,
          ...WORKERS,
          ...NATIVE,
        },
      },
    ],
  },
});
