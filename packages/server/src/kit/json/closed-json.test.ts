import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closedJson } from './closed-json.ts';

it.each([
  ['{"a":[{"b":1},{"c":2},{"d', '{"a":[{"b":1},{"c":2}]}'],
  ['{"a":{"b":"]}"},"c":[', '{"a":{"b":"]}"}}'],
  ['{"a":1,"b":2', ''],
  ['{"a":[1]}', '{"a":[1]}'],
  ['', ''],
])('%s is closed as %s', (text, expected) => {
  expect(closedJson(text)).toBe(expected);
});

it('JSON that is cut anywhere is JSON again, or nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
      const text = JSON.stringify(value);
      const closed = closedJson(text.slice(0, cut % (text.length + 1)));
      if (closed !== '') expect(() => JSON.parse(closed) as unknown).not.toThrow();
    }),
  );
});
