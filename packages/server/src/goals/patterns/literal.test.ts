import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { literalTest } from './literal.ts';

const SIGN = fc.constantFrom(
  'a',
  'b',
  '/',
  '-',
  '_',
  'ё',
  '😀',
  '\ud83d',
  '\ude00',
  '.',
  '*',
  '^',
  '$',
  '\\',
  '(',
  ')',
  '{2}',
  '|',
  '\n',
);
const source = fc
  .array(
    fc.oneof(
      SIGN,
      SIGN.map((sign) => `\\${sign}`),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const text = fc.array(fc.constantFrom('a', 'b', '/', '-', '_', 'ё', '😀', '.', '$', '^', '\n'), {
  maxLength: 10,
});

describe('[G3] an expression that is plain text', () => {
  it('fits what the engine says it fits', () => {
    let plain = 0;
    fc.assert(
      fc.property(source, fc.array(text, { minLength: 1 }), (expression, texts) => {
        const test = literalTest(expression);
        fc.pre(test !== null);
        plain++;
        const engine = RE2JS.compile(expression);
        for (const parts of texts) {
          const subject = parts.join('');
          expect(test?.(subject), JSON.stringify([expression, subject])).toBe(engine.test(subject));
        }
      }),
    );
    expect(plain).toBeGreaterThan(0);
  });

  it.each(['a.c', 'a|b', 'a+', '[ab]', '\\d', '\\Qa\\E', '(?i)a', '^^a', 'a$b', '\ud83d', '\\pL', 'a{2}'])(
    'is not %s',
    (expression) => expect(literalTest(expression)).toBeNull(),
  );
});
