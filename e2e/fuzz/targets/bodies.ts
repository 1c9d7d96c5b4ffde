/** Broken bodies at every route that takes one. They are no JSON, another type's, cut off, or of the wrong shape. */
import fc from 'fast-check';
import { brokenJson, brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import { ask, saidOf, type Ask } from '../ask.ts';
import type { Target } from '../target.ts';
import { pathFor, routesOf } from './api.ts';

const type = fc.option(
  fc.oneof(
    fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=',
      '',
    ),
    brokenText(50),
  ),
  { nil: undefined },
);
const body = fc.oneof(brokenJson, brokenText(2_000), fc.constant(''));

export const bodies: Target = {
  name: 'bodies',
  inputs: (world) => {
    const taking = routesOf(world).filter(({ method }) => method !== 'GET');
    return fc.oneof(
      ...taking.map((route) =>
        fc.record({ path: pathFor(route, world), type, body }).map(({ path, type: said, body: sent }) => {
          const headers = {
            authorization: `OAuth ${world.token}`,
            ...(said === undefined ? {} : { 'content-type': said }),
          };
          const one: Ask = { method: route.method, path, headers, body: sent };
          return { said: saidOf(one), send: () => ask(world, one) };
        }),
      ),
    );
  },
};
