/** What every store of segments does, whatever the database. */
import { MAX_SEGMENTS } from '@goalpost/contract/management';
import { expect, it } from 'vitest';
import type { SegmentStore } from '../../../query/index.ts';

export function registerSegmentContract(
  make: () => Promise<{ readonly segments: SegmentStore; close(): Promise<void> }>,
): void {
  it('[M65] segments are kept by counter, and changed and deleted by it alone', async () => {
    const { segments, close } = await make();
    const first = await segments.create(1, {
      name: 'Phones',
      expression: "ym:s:deviceCategory=='mobile'",
      privateOf: null,
    });
    const second = await segments.create(2, { name: 'Ё', expression: 'ym:s:pageViews>3', privateOf: 'ann' });
    if (first === 'limit_exceeded' || second === 'limit_exceeded') throw new Error('not full');
    expect(first).toMatchObject({
      counterId: 1,
      name: 'Phones',
      expression: "ym:s:deviceCategory=='mobile'",
    });
    expect(await segments.list(1)).toEqual([first]);
    expect(await segments.find([])).toEqual([]);
    const found = await segments.find([second.id, first.id, 2_147_483_647]);
    expect(found.toSorted((a, b) => a.id - b.id)).toEqual([first, second]);
    const text = { name: 'New', expression: 'ym:s:pageViews>4', privateOf: 'bob' };
    expect(await segments.replace(2, first.id, text)).toBe('not_found');
    expect(await segments.replace(1, first.id, text)).toEqual({ ...first, ...text });
    expect(await segments.remove(2, first.id)).toBe(false);
    expect(await segments.remove(1, first.id)).toBe(true);
    expect(await segments.remove(1, first.id)).toBe(false);
    expect(await segments.list(1)).toEqual([]);
    await close();
  });

  it('[M65] a counter has only so many', async () => {
    const { segments, close } = await make();
    const text = { name: 'x', expression: 'ym:s:pageViews>3', privateOf: null };
    for (let count = 0; count < MAX_SEGMENTS; count++) await segments.create(1, text);
    expect(await segments.create(1, text)).toBe('limit_exceeded');
    expect(await segments.create(2, text)).toMatchObject({ counterId: 2 });
    await close();
  });
}
