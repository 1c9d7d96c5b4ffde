/** Reports answer the same whether days of visits are closed or not, and read closed days as they lie [M77]. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClosedDays } from '../../visitors/index.ts';
import { awaitingDeletions } from '../../visitors/test-closed-days.ts';
import { goal, startTestStat, type TestStat } from '../test-stat.ts';
import { seconds, visit } from '../test-visits.ts';
import { questions, visits } from './test-arbitraries.ts';
import { paramsOf } from './test-question.ts';
import { createStore } from './test-stored.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

const DAY_MS = 86_400_000;
/** Longer than looks are apart. */
const LOOK_MS = 660_000;

/** Closes what can be closed at that time; deletions are waited for. */
async function closeAt(at: number): Promise<string> {
  let now = at;
  const days = createClosedDays(awaitingDeletions(stat.olap), { now: () => now });
  // A look that deletes closes nothing; the next one does.
  for (let idle = 0; idle < 2; now += LOOK_MS) idle = (await days.close()) ? 0 : idle + 1;
  return closedUntil();
}

async function closedUntil(): Promise<string> {
  const sql = 'SELECT argMax(day, number) AS day FROM closed_days';
  return (await stat.olap.query<{ day: string }>(sql, {}))[0]?.day ?? '';
}

it('[M77] any question over any visits, before and after some of their days were closed', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(
      visits,
      fc.array(questions, { minLength: 4, maxLength: 4 }),
      fc.nat(39),
      async (rows, asked, nth) => {
        await stat.olap.command('TRUNCATE TABLE closed_days');
        await stat.olap.command('TRUNCATE TABLE visits');
        const zone = asked[0]?.zone ?? 'UTC';
        const { counterId } = await store(rows, zone);
        const ask = (): Promise<unknown[]> =>
          Promise.all(asked.map((question) => stat.data(paramsOf({ ...question, zone }, counterId))));
        const open = await ask();
        // Through the days of the visits, so that a question has some of either kind.
        const middle = rows[nth % rows.length]?.opened_on ?? '';
        const until = await closeAt(Date.parse(`${middle}T00:00:00Z`) + 4 * DAY_MS);
        // Days without rows need not be closed.
        for (const { opened_on: day } of rows) expect(day < until).toBe(day < middle);
        expect(await ask()).toEqual(open);
        answered++;
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
  expect(answered).toBe(3);
});

it('[M77] looks for later rows on open days alone', async () => {
  await stat.olap.command('TRUNCATE TABLE closed_days');
  await stat.olap.command('TRUNCATE TABLE visits');
  stat.counters = stat.counters.map((one) => ({ ...one, id: 1, timeZone: 'UTC' }));
  stat.goals = [goal(1)];
  const row = visit({ visit_id: '5', visitor_id: '6', started_at: seconds('2026-03-02T12:00:00Z') });
  await stat.add(row);
  await stat.add(visit({ visit_id: '7', visitor_id: '8', started_at: seconds('2026-03-10T12:00:00Z') }));
  expect(await closeAt(Date.parse('2026-03-09T00:00:00Z'))).toBe('2026-03-05');
  const visitsOf = async (): Promise<unknown> => (await stat.data({ metrics: 'ym:s:visits' })).totals;
  expect(await visitsOf()).toEqual([2]);
  // No writer stores a row without reopening its day; here it shows that closed days are read as they lie.
  await stat.olap.command('SYSTEM STOP MERGES visits');
  await stat.add({ ...row, version: 2 });
  expect(await visitsOf()).toEqual([3]);
  await createClosedDays(stat.olap, { now: () => 0 }).reopen('2026-03-02');
  expect(await visitsOf()).toEqual([2]);
  await stat.olap.command('SYSTEM START MERGES visits');
});

it('[M77] whoever asks while a day is reopened and written to counts each visit once', async () => {
  await stat.olap.command('TRUNCATE TABLE closed_days');
  await stat.olap.command('TRUNCATE TABLE visits');
  const rows = Array.from({ length: 20 }, (_, index) =>
    visit({ visit_id: `${index + 1}`, visitor_id: '6', started_at: seconds('2026-03-02T12:00:00Z') }),
  );
  await stat.add(...rows);
  const counts = new Set<unknown>();
  for (let version = 2; version < 12; version++) {
    expect(await closeAt(Date.parse('2026-03-09T00:00:00Z'))).toBe('2026-03-05');
    let isWriting = true;
    const reader = async (): Promise<void> => {
      while (isWriting) counts.add((await stat.data({ metrics: 'ym:s:visits' })).totals[0]);
    };
    const readers = [reader(), reader(), reader()];
    await createClosedDays(stat.olap, { now: () => 0 }).reopen('2026-03-02');
    await stat.add(...rows.map((row) => ({ ...row, version })));
    isWriting = false;
    await Promise.all(readers);
  }
  expect([...counts]).toEqual([20]);
});
