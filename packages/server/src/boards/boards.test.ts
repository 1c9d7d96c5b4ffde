/** Boards over a real planner and a store in memory: whose they are, and what others see of them. */
import type { BoardInput } from '@goalpost/contract/management';
import { BoardInput as Input } from '@goalpost/contract/management';
import { expect, it } from 'vitest';
import { testCounter } from '../counters/test-counter.ts';
import type { EndpointContext } from '../kit/endpoint.ts';
import type { Olap } from '../kit/olap.ts';
import { isProblem, problem, problemBody } from '../kit/problem.ts';
import { createBoards } from './boards.ts';
import type { BoardRecord, BoardStore } from './port.ts';

function inMemory(): BoardStore {
  const all = new Map<string, BoardRecord>();
  const ownOf = (id: string, ownerId: string) => (all.get(id)?.ownerId === ownerId ? all.get(id) : undefined);
  return {
    visibleTo: async (accountId) =>
      [...all.values()].filter((one) => one.ownerId === accountId || one.shared),
    get: async (id) => all.get(id) ?? null,
    add: async (board) => all.set(board.id, board).size <= 3,
    replace: async (id, ownerId, text) => {
      const before = ownOf(id, ownerId);
      return before !== undefined && all.set(id, { ...before, ...text }).size > 0;
    },
    remove: async (id, ownerId) => ownOf(id, ownerId) !== undefined && all.delete(id),
  };
}

/** A caller who may see these counters. */
const caller = (accountId: string, counters: readonly number[]): EndpointContext => ({
  caller: { accountId, login: `${accountId}@example.com`, scope: 'write' },
  authorise: async (id) => (counters.includes(id) ? null : problem('access_denied', 'Not yours.', 'ids')),
  signal: new AbortController().signal,
});

const ann = caller('ann', [1, 2]);
const bob = caller('bob', [2]);
const eve = caller('eve', []);

function start() {
  return createBoards({
    boards: inMemory(),
    reports: {
      olap: {} as Olap,
      counters: { get: async (id: number) => (id <= 2 ? testCounter({ id }) : null) },
      goals: { list: async () => [] },
      segments: { find: async () => [] },
      clock: { now: () => 0 },
    },
    clock: { now: () => 0 },
  });
}

const widget = (counter: number, rest: object = {}) => ({
  counter_id: counter,
  kind: 'table',
  metric: 'ym:s:visits',
  dimension: 'ym:s:browser',
  title: `Secret ${counter}`,
  ...rest,
});
const funnel = (counter: number, rest: object = {}) => ({
  counter_id: counter,
  kind: 'funnel',
  address: { steps: '[{"type":"page"},{"type":"chat"}]', ...rest },
});
const input = (rest: object = {}): BoardInput =>
  Input.parse({ name: 'Mine', shared: true, widgets: [widget(1), widget(2)], ...rest });

async function made(boards: ReturnType<typeof start>, given = input()) {
  const answer = await boards.make(given, ann);
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return answer.board;
}

it('[M119] of a widget whose counter one may not see, a shared board says only that it is there', async () => {
  const boards = start();
  const board = await made(boards);
  expect(board.widgets.map(({ hidden }) => hidden)).toEqual([false, false]);
  const seen = await boards.get(board.id, bob);
  if (isProblem(seen)) throw new Error('not seen');
  expect(seen.board).toMatchObject({ can_edit: false, widgets: [{ hidden: true }, { hidden: false }] });
  expect(Object.keys(seen.board.widgets[0] ?? {})).toEqual(['id', 'hidden']);
  expect(JSON.stringify(seen)).not.toContain('Secret 1');
  for (const answer of [await boards.get(board.id, eve), await boards.get('none', ann)]) {
    expect(isProblem(answer) && problemBody(answer).code).toBe(404);
  }
  expect((await boards.list(bob)).boards).toMatchObject([{ id: board.id, widgets: 2 }]);
  expect((await boards.list(eve)).boards).toEqual([]);
});

it('[M119] its owner alone changes it, and whoever does not see it does not learn of it', async () => {
  const boards = start();
  const board = await made(boards);
  for (const [who, code] of [
    [bob, 403],
    [eve, 404],
  ] as const) {
    for (const answer of [await boards.replace(board.id, input(), who), await boards.remove(board.id, who)]) {
      expect(isProblem(answer) && problemBody(answer).code).toBe(code);
    }
  }
  const own = await made(boards, input({ shared: false }));
  expect(isProblem(await boards.get(own.id, bob))).toBe(true);
  expect(await boards.remove(own.id, ann)).toEqual({ success: true });
});

it('keeps a widget by its id alone, also one that its owner may no longer see', async () => {
  const boards = start();
  const board = await made(boards);
  const poorer = caller('ann', [2]);
  const order = board.widgets.map(({ id }) => ({ id })).toReversed();
  expect(isProblem(await boards.replace(board.id, input({ widgets: order }), poorer))).toBe(false);
  const now = await boards.get(board.id, ann);
  if (isProblem(now)) throw new Error('not seen');
  expect(now.board.widgets).toEqual(board.widgets.toReversed());
});

it.each([
  [[widget(1), widget(3)], 403, 'board.widgets.1.ids'],
  [[widget(1, { metric: 'ym:s:nothing' })], 400, 'board.widgets.0.metrics.0'],
  [[widget(1, { filters: 'ym:s:browser==' })], 400, 'board.widgets.0.filters'],
  [[widget(1, { dimension: null })], 400, 'board.widgets.0.dimension'],
  [[widget(1, { kind: 'number' })], 400, 'board.widgets.0.dimension'],
  [[widget(1, { segment_b: 'own', filters_b: 'ym:s:browser==' })], 400, 'board.widgets.0.filters_b'],
  [[widget(1, { period_b: 'previous', filters: 'ym:s:visits>1' })], 400, 'board.widgets.0.filters_a'],
  [[widget(1, { segment_b: '7' })], 400, 'board.widgets.0.segment_b'],
  [[widget(3, { segment_b: 'all' })], 403, 'board.widgets.0.ids'],
  [[{ id: 'unknown' }], 400, 'board.widgets.0.id'],
  [[funnel(3)], 403, 'board.widgets.0.ids'],
  [[funnel(1, { filters: 'ym:s:browser==' })], 400, 'board.widgets.0.filters'],
  [[funnel(1, { segment: '7' })], 400, 'board.widgets.0.segment'],
])('what cannot be asked is refused with its place: %#', async (widgets, code, location) => {
  const answer = await start().make(input({ widgets }), ann);
  if (!isProblem(answer)) throw new Error('not refused');
  const { errors, code: status } = problemBody(answer);
  expect([status, errors[0]?.location]).toEqual([code, location]);
});

it('[M143] a funnel stands on a board as it was when it was put there', async () => {
  const boards = start();
  const board = await made(boards, input({ widgets: [funnel(2, { whose: 'visit' })] }));
  const seen = await boards.get(board.id, bob);
  if (isProblem(seen)) throw new Error('not seen');
  expect(seen.board.widgets).toMatchObject([{ hidden: false, question: funnel(2, { whose: 'visit' }) }]);
});

it('[M134] a report stands on a board with its two sides', async () => {
  const sides = { segment_b: 'own', filters_b: "ym:s:browser=='Opera'", period_b: 'previous' };
  const boards = start();
  const board = await made(boards, input({ widgets: [widget(2, sides)] }));
  expect(board.widgets).toMatchObject([{ question: widget(2, sides) }]);
  const plain = await made(boards, input({ widgets: [widget(2)] }));
  expect(JSON.stringify(plain)).not.toContain('_b"');
});

it('a widget cannot stand twice', async () => {
  const boards = start();
  const board = await made(boards);
  const [first] = board.widgets;
  const twice = input({ widgets: [{ id: first?.id }, { id: first?.id }] });
  expect(isProblem(await boards.replace(board.id, twice, ann))).toBe(true);
});
