/** What every store of retention knows of sums of days. */
import { expect, it } from 'vitest';
import type { Kysely } from 'kysely';
import { NO_PERIODS } from '../../../privacy/index.ts';
import type { RecordsSchema } from '../schema.ts';
import { createRetentionStore } from './retention-store.ts';

const KEPT = { ...NO_PERIODS, hits: { keep: 30, unit: 'day' } } as const;
const SUMMED = { ...KEPT, sums: true } as const;

export function registerRetentionContract(
  make: () => Promise<{ readonly db: Kysely<RecordsSchema>; close(): Promise<void> }>,
): void {
  it('[P44] knows which counters may have sums of days, also after these were switched off', async () => {
    const { db, close } = await make();
    const store = createRetentionStore(db, () => 0);
    expect(await store.mayHaveSums(1)).toBe(false);
    await store.save(1, KEPT);
    expect(await store.mayHaveSums(1)).toBe(false);
    await store.save(1, SUMMED);
    await store.save(1, KEPT);
    await store.save(1, NO_PERIODS);
    expect([await store.mayHaveSums(1), await store.mayHaveSums(2)]).toEqual([true, false]);
    // Nothing more is told of it.
    expect(await store.periods(1)).toEqual(NO_PERIODS);
    expect(await store.all()).toEqual([{ counterId: 1, periods: NO_PERIODS }]);
    await close();
  });

  it('[P44] takes what an older version has saved for a counter that may have sums', async () => {
    const { db, close } = await make();
    const store = createRetentionStore(db, () => 0);
    await db
      .insertInto('retention')
      .values({ counter_id: 1, periods: JSON.stringify(KEPT) })
      .execute();
    expect(await store.mayHaveSums(1)).toBe(true);
    await store.save(1, KEPT);
    expect(await store.mayHaveSums(1)).toBe(true);
    await close();
  });

  it('[P44] forgets no sums where periods are saved at once', async () => {
    const { db, close } = await make();
    const store = createRetentionStore(db, () => 0);
    await store.save(1, KEPT);
    await Promise.all([SUMMED, KEPT, KEPT, SUMMED, KEPT].map((periods) => store.save(1, periods)));
    expect(await store.mayHaveSums(1)).toBe(true);
    await close();
  });
}
