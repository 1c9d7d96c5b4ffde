/** Sends parameters in a body: as a form, as JSON of any types, or as something odd. */
import fc from 'fast-check';
import { brokenText } from '../../../../packages/server/src/kit/test-broken.ts';
import type { Ask } from '../../ask.ts';

type Given = Readonly<Record<string, string>>;
type Sent = Pick<Ask, 'path' | 'headers' | 'body'>;
export type BodyOf = (path: string, given: Given, authorization: string) => Sent;

const FORM = 'application/x-www-form-urlencoded';
const ODD_TYPES = [
  'text/plain',
  'text/csv',
  'application/json; charset=utf-16',
  'application/json;charset=KOI8-R',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/xml',
  'application/problem+json',
  'application/x-www-form-urlencoded; charset=windows-1251',
  '*/*',
  ';',
  '',
];

/** Instead of a text, or within it. */
const oddValue: fc.Arbitrary<(value: string) => unknown> = fc.oneof(
  fc.constantFrom<(value: string) => unknown>(
    (value) => Number(value),
    (value) => [value],
    (value) => value.split(','),
    (value) => [[value]],
    (value) => [null, value],
    (value) => ({ value }),
    (value) => ({ __proto__: null, toString: value }),
    (value) => Array<string>(20_000).fill(value.slice(0, 20)),
    () => null,
    () => true,
    () => 1e308,
    () => [],
    () => ({}),
    (value) => `${value}\ud800`,
    (value) => `${value}\0`,
    (value) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        return value;
      }
    },
  ),
);

/** Text that JSON.stringify would never write. */
const ODD_JSON = [
  'NaN',
  '-',
  '1e999',
  '{"__proto__":{"a":1}}',
  '"\\ud800"',
  `${'['.repeat(500)}${']'.repeat(500)}`,
];

const json = fc
  .record({
    place: fc.nat(20),
    change: fc.option(oddValue, { nil: null }),
    raw: fc.option(fc.constantFrom(...ODD_JSON), { nil: null, freq: 12 }),
    extra: fc.option(fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'), {
      nil: null,
      freq: 8,
    }),
  })
  .map(({ place, change, raw, extra }): BodyOf => (path, given, authorization) => {
    const names = Object.keys(given);
    const changed = names[place % Math.max(1, names.length)];
    const parts = Object.entries(given).map(([name, value]) => {
      const text =
        name !== changed
          ? JSON.stringify(value)
          : (raw ?? JSON.stringify(change === null ? value : change(value)));
      return `${JSON.stringify(name)}:${text ?? 'null'}`;
    });
    if (extra !== null) parts.push(`${JSON.stringify(extra)}:{"a":1}`);
    return {
      path,
      headers: { authorization, 'content-type': 'application/json' },
      body: `{${parts.join(',')}}`,
    };
  });

const form = fc
  .record({ twice: fc.boolean(), cut: fc.option(fc.nat(200), { nil: null, freq: 8 }) })
  .map(({ twice, cut }): BodyOf => (path, given, authorization) => {
    const text = new URLSearchParams(given).toString();
    const all = twice ? `${text}&${text}` : text;
    return {
      path,
      headers: { authorization, 'content-type': FORM },
      body: cut === null ? all : all.slice(0, cut),
    };
  });

const split = fc.nat(20).map((place): BodyOf => (path, given, authorization) => {
  const all = Object.entries(given);
  const at = place % (all.length + 1);
  const query = (pairs: [string, string][]): string => new URLSearchParams(pairs).toString();
  return {
    path: `${path}?${query(all.slice(0, at))}`,
    headers: { authorization, 'content-type': FORM },
    body: query(all.slice(Math.max(0, at - 1))),
  };
});

const odd = fc
  .record({ type: fc.constantFrom(...ODD_TYPES), text: fc.option(brokenText(500), { nil: null }) })
  .map(({ type, text }): BodyOf => (path, given, authorization) => ({
    path,
    headers: { authorization, 'content-type': type },
    body: text ?? new URLSearchParams(given).toString(),
  }));

export const bodyOf: fc.Arbitrary<BodyOf> = fc.oneof(
  { weight: 4, arbitrary: json },
  { weight: 3, arbitrary: form },
  { weight: 2, arbitrary: split },
  { weight: 1, arbitrary: odd },
);
