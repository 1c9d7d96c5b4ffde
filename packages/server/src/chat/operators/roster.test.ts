import { expect, it } from 'vitest';
import type { Permission } from '../../kit/endpoint.ts';
import type { OperatorOutlet } from '../hub.ts';
import type { OperatorState } from '../port.ts';
import { createRoster } from './roster.ts';
import { createTestOperators } from '../test-store.ts';

function outlet(accountId: string, canAnswer = true): OperatorOutlet {
  return {
    accountId,
    canAnswer,
    mayRead: () => true,
    roleOn: () => 'edit',
    mayAnswer: () => canAnswer,
    watchesPeople: false,
    counters: () => [],
    recheck: async () => true,
    sendText: () => undefined,
  };
}

function world() {
  const book = createTestOperators();
  const saves: (readonly OperatorState[])[] = [];
  const logged: string[] = [];
  const one = {
    now: 0,
    diskFull: false,
    book,
    saves,
    logged,
    there: new Set<OperatorOutlet>(),
    rights: new Map<string, Map<number, Permission>>(),
    async start() {
      const roster = createRoster({
        book: {
          remembered: () => book.remembered(),
          async save(states) {
            if (one.diskFull) throw new Error('the disk is full');
            saves.push(states);
            await book.save(states);
          },
        },
        hub: { operators: () => one.there },
        access: { countersOf: async (id) => one.rights.get(id) ?? new Map<number, Permission>() },
        clock: { now: () => one.now },
        log: { warn: (_fields, message) => void logged.push(message), error: () => undefined },
      });
      await roster.load();
      return roster;
    },
  };
  return one;
}

it('stores what changed, of many at once together', async () => {
  const one = world();
  const roster = await one.start();
  const all = Array.from({ length: 50 }, (_, n) => outlet(`op${n}`));
  for (const each of all) one.there.add(each);
  await Promise.all(all.map(({ accountId }) => roster.came(accountId)));
  expect(one.saves.flat()).toHaveLength(50);
  expect(one.saves.length).toBeLessThanOrEqual(2);
  await roster.came('op7');
  expect(one.saves.flat()).toHaveLength(50);
});

it('counts an account as connected while any console of it that may answer is', async () => {
  const one = world();
  const roster = await one.start();
  const [first, second, looking] = [outlet('ann'), outlet('ann'), outlet('ann', false)];
  for (const each of [first, second, looking]) one.there.add(each);
  await roster.came('ann');
  const connected = async () => (await one.book.remembered()).map((state) => state.accountId);
  one.there.delete(first);
  void roster.left('ann', null);
  await roster.idle();
  expect(await connected()).toEqual(['ann']);
  one.there.delete(second);
  void roster.left('ann', null);
  await roster.idle();
  expect(await connected()).toEqual([]);
});

it('tells whoever waits that it could not be stored, and stores it when it can', async () => {
  const one = world();
  const roster = await one.start();
  one.diskFull = true;
  await expect(roster.setAway('ann', true)).rejects.toThrow('the disk is full');
  expect(roster.isAway('ann')).toBe(true);
  await roster.look();
  expect(one.logged).toContain('Who is connected is not stored yet.');
  one.diskFull = false;
  await roster.look();
  expect(await one.book.remembered()).toEqual([{ accountId: 'ann', away: true, connected: false }]);
});

it('[C47] waits for those who were connected, where they may answer, and no longer than it should', async () => {
  const one = world();
  await one.book.save([
    { accountId: 'ann', away: false, connected: true },
    { accountId: 'bob', away: true, connected: true },
    { accountId: 'cat', away: false, connected: true },
    { accountId: 'dan', away: true, connected: false },
  ]);
  for (const id of ['ann', 'bob', 'dan']) one.rights.set(id, new Map([[5, 'edit']]));
  one.rights.set('cat', new Map([[5, 'view']]));
  const roster = await one.start();
  expect(roster.awaited(5)).toEqual(['ann']);
  expect(roster.awaited(6)).toEqual([]);
  expect([...new Set(roster.counters())]).toEqual([5]);
  expect(['ann', 'bob', 'dan'].map((id) => [roster.isAway(id), roster.isAwaited(id)])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);

  one.rights.set('cat', new Map([[6, 'own']]));
  await roster.look();
  expect(roster.awaited(6)).toEqual(['cat']);

  one.now = 30_000;
  expect([roster.awaited(5), roster.isAwaited('ann')]).toEqual([[], false]);
  await roster.look();
  expect((await one.book.remembered()).map(({ accountId }) => accountId)).toEqual(['bob', 'dan']);
  expect((await one.start()).awaited(5)).toEqual([]);
});

it('[C47] waits again where the server ends before they could come back', async () => {
  const one = world();
  await one.book.save([{ accountId: 'ann', away: false, connected: true }]);
  one.rights.set('ann', new Map([[5, 'edit']]));
  const roster = await one.start();
  await roster.setAway('ann', true);
  await roster.setAway('ann', false);
  expect((await one.start()).awaited(5)).toEqual(['ann']);
});

it('[C47] takes nobody who is cut off by an orderly end for gone', async () => {
  const one = world();
  one.rights.set('ann', new Map([[5, 'edit']]));
  const roster = await one.start();
  const ann = outlet('ann');
  one.there.add(ann);
  await roster.came('ann');
  roster.end();
  one.there.delete(ann);
  void roster.left('ann', null);
  await roster.setAway('ann', false);
  await roster.idle();
  expect((await one.start()).awaited(5)).toEqual(['ann']);
});

it('[C47] waits 3 s for somebody whose console was lost, and asks at once what they may', async () => {
  const one = world();
  const roster = await one.start();
  const lose = (account: string) =>
    roster.left(account, {
      may: new Map([[5, 'edit']]),
      ask: async () => one.rights.get(account) ?? new Map<number, Permission>(),
    });
  one.rights.set('ann', new Map([[5, 'edit']]));
  await lose('ann');
  expect(roster.awaited(5)).toEqual(['ann']);
  one.now = 2_999;
  await roster.look();
  expect([roster.awaited(5), roster.counters()]).toEqual([['ann'], [5]]);
  one.now = 3_000;
  expect(roster.awaited(5)).toEqual([]);
  await roster.look();
  expect(roster.counters()).toEqual([]);

  // Has signed out, or was removed.
  await lose('bob');
  expect(roster.awaited(5)).toEqual([]);
  await lose('ann');
  one.rights.set('ann', new Map([[5, 'view']]));
  await roster.look();
  expect(roster.awaited(5)).toEqual([]);
});
