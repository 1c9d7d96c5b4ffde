import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { RUN } from './scripts/lib/test-files.mjs';

/** Only so that a test that hangs ends some day: how fast the machine is decides no test. */
const PATIENCE = { testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: 300_000 } } };
/** None by hand. CI sets one, and the run names each test that needed it, see decision 0040. */
const RETRIES = { retry: Number(process.env['TEST_RETRIES'] ?? 0) };
/** Some files wait for a timer or a process; one more worker than cores has work meanwhile. */
const WORKERS = {
  pool: 'forks',
  maxWorkers: Math.max(3, availableParallelism() + 1),
  // Importing the server costs more than most files' tests: files of a worker share what is imported.
  isolate: false,
} as const;
/** Node reads our TypeScript by itself, in a quarter of the time that Vite takes to transform it. */
const NATIVE = { experimental: { viteModuleRunner: false, nodeLoader: false } };

/** The same random inputs in each run; with `PROPERTY_ROUNDS`, as `npm run fuzz -- properties` sets it, others. */
const CHANCE = {
  setupFiles: [`${import.meta.dirname}/scripts/property-tests.mjs`],
  ...(process.env['PROPERTY_ROUNDS'] !== undefined && {
    runner: `${import.meta.dirname}/scripts/property-rounds.mjs`,
  }),
};

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
          include: RUN.unit,
          exclude: ['packages/admin/**', '**/node_modules/**'],
          ...CHANCE,
          ...PATIENCE,
          ...RETRIES,
          ...WORKERS,
          ...NATIVE,
        },
      },
      {
        test: {
          name: 'admin',
          include: RUN.admin,
          ...CHANCE,
          ...PATIENCE,
          ...RETRIES,
          ...WORKERS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: RUN.e2e,
          ...CHANCE,
          ...PATIENCE,
          ...RETRIES,
          ...WORKERS,
          ...NATIVE,
        },
      },
    ],
  },
});
