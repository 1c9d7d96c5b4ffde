/** Questions of reports, funnels, retention, journeys, attribution and the visit log, whose parts mean something. */
import fc from 'fast-check';
import { brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import { ask, saidOf, type Ask } from '../ask.ts';
import type { Target, World } from '../target.ts';
import { pathFor, routesOf, type Route } from './api.ts';
import { wrongAnswer } from './questions/answer.ts';
import { bodyOf } from './questions/body.ts';
import { OWN_METRIC, parametersFor } from './questions/parameters.ts';

/** Routes that only ask: each is there by GET, most by POST, too. */
const ASKING =
  /^\/(?:stat\/v1\/data|api\/v1\/(?:attribution|funnels|retention|journeys)$)|\/visits$|\/timeline$/;
const BY_POST = /^\/(?:stat\/v1\/data|api\/v1\/(?:attribution|funnels|retention|journeys))/;

/** As many as the engine reads at once: more wait in its line, and a slow machine would call them off. */
const AT_ONCE = 6;

const junk = brokenText(300);
/** What a question cannot do without, so that most come past the first check. */
const NEEDED = ['ids', 'metrics', 'steps', 'about', 'step'];

type Given = Readonly<Record<string, string>>;

function paramsOf(route: Route, world: World): fc.Arbitrary<Given> {
  const names = (route.operation.parameters ?? [])
    .filter((one) => one.in === 'query')
    .map(({ name }) => name);
  const known = parametersFor(world);
  const values = Object.fromEntries(
    names.map((name) => {
      const fit = known[name];
      return [
        name,
        fit === undefined ? junk : fc.oneof({ weight: 80, arbitrary: fit }, { weight: 1, arbitrary: junk }),
      ];
    }),
  );
  const isNeeded = (name: string): boolean =>
    NEEDED.includes(name) || (name === 'dimensions' && route.path.includes('drilldown'));
  const needed = names.filter(isNeeded);
  const others = names.filter((name) => !isNeeded(name));
  return fc
    .subarray(others, { maxLength: Math.min(5, others.length) })
    .chain((kept) =>
      fc.record(Object.fromEntries([...needed, ...kept].map((name) => [name, values[name] ?? junk]))),
    )
    .map((given) => ({
      ...given,
      ...(given['sort'] === undefined
        ? {}
        : { sort: given['sort'].replace(OWN_METRIC, given['metrics']?.split(',')[0] ?? '') }),
    }));
}

export const questions: Target = {
  name: 'questions',
  batch: AT_ONCE,
  inputs(world) {
    const routes = routesOf(world).filter(({ path, method }) => method === 'GET' && ASKING.test(path));
    return fc.constantFrom(...routes).chain((route) =>
      fc
        .record({
          path: pathFor(route, world),
          given: paramsOf(route, world),
          body: fc.option(bodyOf, { nil: null, freq: 1 }),
        })
        .map(({ path, given, body }) => {
          const authorization = `OAuth ${world.token}`;
          const one: Ask =
            body === null || !BY_POST.test(route.path)
              ? { method: 'GET', path: `${path}?${new URLSearchParams(given)}`, headers: { authorization } }
              : { method: 'POST', ...body(path, given, authorization) };
          return {
            said: saidOf(one),
            async send() {
              const outcome = await ask(world, one, Number.POSITIVE_INFINITY);
              return { ...outcome, wrong: wrongAnswer(route.path, outcome, one) };
            },
          };
        }),
    );
  },
};
