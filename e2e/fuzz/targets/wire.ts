/** Hits: keys, cookies and headers of every sort, in the query and in the body. */
import fc from 'fast-check';
import { brokenJson, brokenLink, brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import { ask, saidOf, type Ask } from '../ask.ts';
import type { Target, World } from '../target.ts';

const text = brokenText(600);
const info = fc
  .array(
    fc.tuple(
      fc.constantFrom('pv', 'ar', 'u', 'rn', 'et', 'etms', 's', 'la', 't', 'ln', 'dl', 'nb', 'pa', ''),
      text,
    ),
    {
      maxLength: 8,
    },
  )
  .map((pairs) => pairs.map((pair) => pair.join(':')).join(':'));
const address = fc.oneof(
  brokenLink,
  brokenLink.map((link) => `goal://shop.example/${link}`),
  text.map((query) => `https://shop.example/?utm_source=${query}`),
  text,
);
const keys = fc.record(
  {
    'page-url': address,
    'page-ref': address,
    'browser-info': fc.oneof(info, info, text),
    'site-info': fc.oneof(brokenJson, text),
    wmode: fc.constantFrom('7', '5', '2', '0', 'x'),
    callback: text,
  },
  { requiredKeys: ['browser-info'] },
);
const encoded = fc.oneof(
  keys.map((pairs) => new URLSearchParams(pairs as Record<string, string>).toString()),
  // As they are, so that separators and odd escapes fall where they will.
  keys.map((pairs) =>
    Object.entries(pairs)
      .map((pair) => pair.join('='))
      .join('&'),
  ),
  text,
);
const headers = fc.record(
  { 'user-agent': text, referer: address, origin: address, cookie: text, 'x-forwarded-for': text },
  { requiredKeys: [] },
);

const asks = ({ counter }: World): fc.Arbitrary<Ask> =>
  fc
    .record({
      path: fc.oneof(
        { weight: 8, arbitrary: fc.constant(`/watch/${counter}`) },
        { weight: 1, arbitrary: text.map((tail) => `/watch/${counter}${tail}`) },
        { weight: 1, arbitrary: fc.constant(`/clmap/${counter}`) },
      ),
      query: encoded,
      body: fc.option(encoded, { nil: undefined, freq: 3 }),
      headers,
    })
    .map(({ path, query, body, headers: fields }) => ({
      method: body === undefined ? 'GET' : 'POST',
      path: `${path}?${query}`,
      headers: fields as Record<string, string>,
      ...(body === undefined ? {} : { body }),
    }));

export const wire: Target = {
  name: 'wire',
  inputs: (world) => asks(world).map((one) => ({ said: saidOf(one), send: () => ask(world, one) })),
};
