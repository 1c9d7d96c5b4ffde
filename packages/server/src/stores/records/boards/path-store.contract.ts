/** What every store of saved paths does, whatever the database. */
import { MAX_PATHS } from '@goalpost/contract/management';
import { expect, it } from 'vitest';
import type { PathRecord, PathStore } from '../../../boards/index.ts';

const path = (id: string, changes: Partial<PathRecord> = {}): PathRecord => ({
  id,
  counterId: 1,
  ownerId: 'ann',
  kind: 'funnel',
  name: `Path ${id}`,
  shared: false,
  address: { steps: '[{"type":"page","value":"/корзина"},{"type":"chat"}]', whose: 'visit' },
  createdAt: 1_800_000_000_000,
  ...changes,
});

export function registerPathContract(
  make: () => Promise<{ readonly paths: PathStore; close(): Promise<void> }>,
): void {
  it('[M143] saved paths are their owner’s and their counter’s, and shown to others where they are shared', async () => {
    const { paths, close } = await make();
    const [own, shared, others, elsewhere] = [
      path('a'),
      path('b', { ownerId: 'bob', shared: true, kind: 'journey', createdAt: 1_800_000_000_001 }),
      path('c', { ownerId: 'bob' }),
      path('d', { counterId: 2 }),
    ];
    for (const one of [own, shared, others, elsewhere]) expect(await paths.add(one)).toBe(true);
    expect(await paths.visibleTo(1, 'ann')).toEqual([own, shared]);
    expect(await paths.get(1, 'c')).toEqual(others);
    expect(await paths.get(1, 'd')).toBeNull();
    const text = { kind: 'retention' as const, name: 'New', shared: true, address: {} };
    expect(await paths.replace(1, 'd', text)).toBe(false);
    expect(await paths.replace(1, 'a', text)).toBe(true);
    expect(await paths.get(1, 'a')).toEqual({ ...own, ...text });
    expect(await paths.remove(2, 'a')).toBe(false);
    expect(await paths.remove(1, 'a')).toBe(true);
    expect(await paths.remove(1, 'a')).toBe(false);
    await close();
  });

  it('[M143] a counter has only so many saved paths', async () => {
    const { paths, close } = await make();
    for (let count = 0; count < MAX_PATHS; count++) await paths.add(path(`p${count}`));
    expect(await paths.add(path('more'))).toBe(false);
    expect(await paths.add(path('other', { counterId: 2 }))).toBe(true);
    await close();
  });
}
