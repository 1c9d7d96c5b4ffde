/** Every route of the API's own document, with broken parameters. */
import fc from 'fast-check';
import { brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import { ask, saidOf, type Ask } from '../ask.ts';
import { bodyFor } from '../body-for.ts';
import type { Operation, Target, World } from '../target.ts';

const text = brokenText(300);

/** Routes that would end the fuzzer's own rights, or make the server call others. */
const SPARED = /password|setup|webhook|\/invitations\/accept|\/watch\/|\/clmap\/|chat\/files/;

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export function routesOf({ openapi }: World): Route[] {
  return Object.entries(openapi.paths)
    .filter(([path]) => !SPARED.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
    );
}

export function pathFor({ path }: Route, { counter }: World): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith('{')) return fc.constant(part);
    const known = /counterId/.test(part) ? String(counter) : '1';
    return fc.oneof(
      { weight: 4, arbitrary: fc.constant(known) },
      { weight: 1, arbitrary: text.map((value) => encodeURIComponent(value.toWellFormed())) },
      { weight: 1, arbitrary: text },
    );
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

function queryFor({ operation }: Route, { counter }: World): fc.Arbitrary<string> {
  const names = (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
  const values = fc.oneof(
    text,
    fc.constant(String(counter)),
    fc.constantFrom('', '1', '-1', 'today', 'ym:s:visits'),
  );
  return fc
    .array(fc.tuple(fc.oneof(fc.constantFrom('ids', 'filters', ...names), text), values), { maxLength: 6 })
    .map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString());
}

export const api: Target = {
  name: 'api',
  inputs: (world) =>
    fc.oneof(
      ...routesOf(world).map((route) =>
        fc
          .record({
            path: pathFor(route, world),
            query: queryFor(route, world),
            token: fc.oneof(
              { weight: 9, arbitrary: fc.constant(world.token) },
              { weight: 1, arbitrary: text },
            ),
            body: bodyFor(route.operation, world),
          })
          .map(({ path, query, token, body }) => {
            const one: Ask = {
              method: route.method,
              path: query === '' ? path : `${path}?${query}`,
              headers: {
                authorization: `OAuth ${token}`,
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
              },
              ...(body === undefined ? {} : { body }),
            };
            return { said: saidOf(one), send: () => ask(world, one) };
          }),
      ),
    ),
};
