/** Saved paths over a store in memory: whose they are, and what others may do with them. */
import { SavedPathInput } from '@goalpost/contract/management';
import { expect, it } from 'vitest';
import type { EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, problem, problemBody } from '../../kit/problem.ts';
import { createPaths } from './paths.ts';
import type { PathRecord, PathStore } from './port.ts';

function inMemory(): PathStore {
  const all = new Map<string, PathRecord>();
  const of = (counterId: number, id: string) =>
    all.get(id)?.counterId === counterId ? all.get(id) : undefined;
  return {
    visibleTo: async (counterId, accountId) =>
      [...all.values()].filter(
        (one) => one.counterId === counterId && (one.shared || one.ownerId === accountId),
      ),
    get: async (counterId, id) => of(counterId, id) ?? null,
    add: async (path) => all.set(path.id, path).size <= 4,
    replace: async (counterId, id, text) => {
      const before = of(counterId, id);
      return before !== undefined && all.set(id, { ...before, ...text }).size > 0;
    },
    remove: async (counterId, id) => of(counterId, id) !== undefined && all.delete(id),
  };
}

const caller = (accountId: string, abilities: readonly string[]): EndpointContext => ({
  caller: { accountId, login: `${accountId}@example.com`, scope: 'write' },
  authorise: async (_id, needed) =>
    abilities.includes(needed) ? null : problem('access_denied', 'Not you.'),
  signal: new AbortController().signal,
});
const ann = caller('ann', ['view', 'analyse']);
const bob = caller('bob', ['view', 'analyse']);
const owner = caller('owner', ['view', 'analyse', 'edit']);

const input = (rest: object = {}): SavedPathInput =>
  SavedPathInput.parse({ kind: 'funnel', name: 'Cart', address: { steps: '[]' }, ...rest });
const start = () => createPaths({ paths: inMemory(), clock: { now: () => 0 } });
const codeOf = (answer: unknown): number => (isProblem(answer) ? problemBody(answer).code : 200);

async function made(paths: ReturnType<typeof start>, given = input(), who = ann): Promise<string> {
  const answer = await paths.make(1, given, who);
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return answer.path.id;
}

it('[M143] is listed to its owner, and shared to everybody who sees the counter', async () => {
  const paths = start();
  await made(paths);
  const shared = await made(paths, input({ shared: true, kind: 'journey' }));
  expect((await paths.list(1, ann)).paths.map(({ can_edit }) => can_edit)).toEqual([true, true]);
  expect((await paths.list(1, bob)).paths).toEqual([
    { id: shared, kind: 'journey', name: 'Cart', shared: true, address: { steps: '[]' }, can_edit: false },
  ]);
  expect((await paths.list(2, ann)).paths).toEqual([]);
});

it('[M143] its owner alone changes it', async () => {
  const paths = start();
  const own = await made(paths);
  const shared = await made(paths, input({ shared: true }));
  expect(codeOf(await paths.replace(1, own, input(), bob))).toBe(404);
  expect(codeOf(await paths.replace(1, shared, input(), bob))).toBe(403);
  expect(codeOf(await paths.replace(2, own, input(), ann))).toBe(404);
  expect(codeOf(await paths.replace(1, own, input({ name: 'New' }), ann))).toBe(200);
});

it('[M143] who edits the counter takes away what others share, and not what they keep to themselves', async () => {
  const paths = start();
  const own = await made(paths);
  const shared = await made(paths, input({ shared: true }));
  expect(codeOf(await paths.remove(1, shared, bob))).toBe(403);
  expect(codeOf(await paths.remove(1, own, owner))).toBe(404);
  expect(codeOf(await paths.remove(1, shared, owner))).toBe(200);
  expect(codeOf(await paths.remove(1, own, ann))).toBe(200);
  expect(codeOf(await paths.remove(1, own, ann))).toBe(404);
});

it('refuses one too many, and addresses that no screen has', async () => {
  const paths = start();
  for (let count = 0; count < 4; count++) await made(paths);
  expect(codeOf(await paths.make(1, input(), ann))).toBe(400);
  for (const address of [{ 'Bad name': 'x' }, { steps: 5 }, { steps: 'x'.repeat(12_001) }])
    expect(SavedPathInput.safeParse({ kind: 'funnel', name: 'a', address }).success).toBe(false);
});
