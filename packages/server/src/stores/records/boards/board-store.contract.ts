/** What every store of boards does, whatever the database. */
import { MAX_BOARDS, WidgetQuestion } from '@goalpost/contract/management';
import { expect, it } from 'vitest';
import type { BoardRecord, BoardStore } from '../../../boards/index.ts';

const board = (id: string, changes: Partial<BoardRecord> = {}): BoardRecord => ({
  id,
  ownerId: 'ann',
  name: `Board ${id}`,
  shared: false,
  widgets: [
    { id: 'w', question: WidgetQuestion.parse({ counter_id: 1, kind: 'number', metric: 'ym:s:visits' }) },
  ],
  createdAt: 1_800_000_000_000,
  ...changes,
});

export function registerBoardContract(
  make: () => Promise<{ readonly boards: BoardStore; close(): Promise<void> }>,
): void {
  it('[M119] boards are their owner’s, and shown to others where they are shared', async () => {
    const { boards, close } = await make();
    const [own, shared, others] = [
      board('a'),
      board('b', { ownerId: 'bob', shared: true, createdAt: 1_800_000_000_001 }),
      board('c', { ownerId: 'bob', name: 'Ё' }),
    ];
    for (const one of [own, shared, others]) expect(await boards.add(one)).toBe(true);
    expect(await boards.visibleTo('ann')).toEqual([own, shared]);
    expect(await boards.get('c')).toEqual(others);
    expect(await boards.get('d')).toBeNull();
    const text = { name: 'New', shared: true, widgets: [] };
    expect(await boards.replace('b', 'ann', text)).toBe(false);
    expect(await boards.replace('a', 'ann', text)).toBe(true);
    expect(await boards.get('a')).toEqual({ ...own, ...text });
    expect(await boards.remove('b', 'ann')).toBe(false);
    expect(await boards.remove('a', 'ann')).toBe(true);
    expect(await boards.remove('a', 'ann')).toBe(false);
    await close();
  });

  it('[M119] an account has only so many', async () => {
    const { boards, close } = await make();
    for (let count = 0; count < MAX_BOARDS; count++) await boards.add(board(`b${count}`));
    expect(await boards.add(board('more'))).toBe(false);
    expect(await boards.add(board('other', { ownerId: 'bob' }))).toBe(true);
    await close();
  });
}
