import { expect, it } from 'vitest';
import { createKeeping, type KeepingDeps } from './keeping.ts';
import type { ClockSeen } from './clock-trust.ts';
import { NO_PERIODS } from './periods.ts';
import type { StoredRun } from './port.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TODAY = Date.UTC(2026, 10, 30, 7);
const YEAR_MS = 365 * DAY_MS;
const PERIODS = { ...NO_PERIODS, hits: { keep: 30, unit: 'day' } };
/** Of counter 6, which may yet be restored. */
const DELETED = TODAY - 10 * DAY_MS;

/** A node of which only the clock and the runs that it makes are looked at; its memory outlives restarts. */
function nodeWithClock() {
  let now = TODAY;
  let kept: ClockSeen | null = null;
  const made: string[] = [];
  const said: string[] = [];
  const nothing = { count: () => Promise.resolve({ rows: 1, oldest: 0 }), remove: () => Promise.resolve() };
  const deps = {
    store: {
      all: () => Promise.resolve([{ counterId: 5, periods: PERIODS }]),
      purgeable: (before: number) => Promise.resolve(DELETED < before ? [6] : []),
      periods: () => Promise.resolve(PERIODS),
      has: () => Promise.resolve(false),
      add: ({ id }: StoredRun) => Promise.resolve(void made.push(id)),
      due: () => Promise.resolve([]),
      claim: () => Promise.resolve([]),
    },
    rows: new Proxy({}, { get: () => nothing }),
    clock: { now: () => now },
    clockMemory: {
      read: () => Promise.resolve(kept),
      write: (seen: ClockSeen) => Promise.resolve(void (kept = seen)),
    },
    log: { warn: (_: unknown, text: string) => void said.push(text) },
    node: 'one',
  } as unknown as KeepingDeps;
  let keeping = createKeeping(deps);
  return {
    said,
    restart: () => void (keeping = createKeeping(deps)),
    /** What a look at this moment plans to remove. */
    async look(at: number): Promise<string[]> {
      now = at;
      made.length = 0;
      await keeping.resume();
      return made.map((id) => id.replace(/\d{4}-\d\d-\d\d|\d+$/, '').replace(/-$/, ''));
    },
  };
}

it('[P17] removes at once while the clock goes as clocks go', async () => {
  const node = nodeWithClock();
  for (let at = TODAY; at < TODAY + 3 * DAY_MS; at += 30_000 * 60) expect(await node.look(at)).toContain('5');
  expect(node.said).toEqual([]);
});

it.each([
  ['a year ahead', YEAR_MS],
  ['a hundred years ahead', 100 * YEAR_MS],
  ['three days ahead, as after a long stop', 3 * DAY_MS],
])('[P17] [P19] a clock that jumps %s removes nothing before it has held for a day', async (_name, jump) => {
  for (const restarts of [false, true]) {
    const node = nodeWithClock();
    await node.look(TODAY);
    for (const hours of [0, 1, 12, 23]) {
      if (restarts) node.restart();
      expect(await node.look(TODAY + jump + hours * HOUR_MS)).toEqual([]);
    }
    expect(node.said).toHaveLength(1);
    // It was set right: all as before. Else it has held, and is believed.
    if (restarts) expect(await node.look(TODAY + 2 * HOUR_MS)).toEqual(['5']);
    else expect(await node.look(TODAY + jump + DAY_MS)).toContain('5');
  }
});

it('[P17] a clock that went back is believed, and its next jump ahead is doubted again', async () => {
  const node = nodeWithClock();
  await node.look(TODAY);
  expect(await node.look(TODAY - 56 * YEAR_MS)).toEqual(['5']);
  node.restart();
  expect(await node.look(TODAY)).toEqual([]);
  expect(await node.look(TODAY + YEAR_MS)).toEqual([]);
  expect(await node.look(TODAY + YEAR_MS + DAY_MS)).toContain('5');
  expect(node.said).toHaveLength(2);
});
