/** Reports as a script (JSONP) [M64]: for callers with a token, by a plain callback alone. */
import { expect, it } from 'vitest';
import { ScriptBody } from '../kit/endpoint.ts';
import { isProblem, problemBody } from '../kit/problem.ts';
import { statEndpoints } from './endpoints/stat.ts';
import { testContext } from './test-stat.ts';

const deps = {
  olap: { query: async () => [], insert: async () => undefined },
  counters: { get: async () => null },
  goals: { list: async () => [] },
  clock: { now: () => 0 },
} as never;

async function answer(callback: string | string[], bySession: boolean): Promise<unknown> {
  const endpoint = statEndpoints(deps).find(({ url }) => url === '/stat/v1/data');
  const input = { params: undefined, body: undefined, query: { callback } } as never;
  return endpoint?.handle(input, { ...testContext(), bySession });
}

it.each(['', 'a.b', 'a[1].c', '$', '_x'])('%j goes on to the question', async (callback) => {
  const refused = await answer(callback, false);
  expect(isProblem(refused) && problemBody(refused).errors[0]?.location).toBe('ids');
});

it.each(['alert(1)//', '1a', 'a..b', 'a b', 'a;b', 'a<', 'a'.repeat(129), ['a', 'b']])(
  '%j is refused',
  async (callback) => {
    const refused = await answer(callback, false);
    expect(isProblem(refused) && problemBody(refused).errors[0]?.location).toBe('callback');
  },
);

it('a session alone is not enough', async () => {
  const refused = await answer('show', true);
  expect(refused).not.toBeInstanceOf(ScriptBody);
  expect(isProblem(refused) && problemBody(refused).message).toBe(
    'callback: it needs a token; a session alone is not enough',
  );
});
