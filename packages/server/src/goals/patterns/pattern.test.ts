import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, MAX_PROGRAM } from './pattern.ts';
import { MAX_LOOSE, newPatternCheck } from './pattern-check.ts';
import { patternSize } from './pattern-size.ts';

describe('[G20] a pattern that would grow too large', () => {
  it.each([
    ['nested repeats', '(a{1000}){1000}'],
    ['deeply nested repeats', '((((a{100}){100}){100}){100}){100}'],
    ['many repeats', 'a{1000}'.repeat(1_000)],
    ['a repeated group', `(${'ab?c'.repeat(200)}){500}`],
    ['repeated classes', '\\pL{1000}'.repeat(500)],
    ['an open repeat', `(${'x'.repeat(800)}){900,}`],
    ['groups within groups', `${'('.repeat(500)}a${'{2})'.repeat(500)}`],
  ])('is refused at once: %s', (_, source) => {
    expect(compilePattern(source).ok).toBe(false);
  });

  it.each([
    ['letters only, as many as a condition may have', 'a'.repeat(16_384)],
    ['alternatives', Array.from({ length: 1_500 }, (_, index) => `page${index}`).join('|')],
    ['ordinary repeats', '^https://shop\\.example/[a-z0-9_-]{1,64}/\\d{4,8}$'],
    ['braces that repeat nothing', '\\{1000\\}[{1000}]\\Q{1000}\\E'],
  ])('is not: %s', (_, source) => {
    expect(compilePattern(source).ok).toBe(true);
  });
});

describe('the size read off a pattern’s text', () => {
  const atom = fc.constantFrom('a', '.', '[a-z]', '\\d', '\\pL', '[^]x]', '\\x{41}', '(?:b|cd)', '\\.');
  const pattern: fc.Arbitrary<string> = fc.letrec<{ expr: string; part: string }>((tie) => ({
    expr: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    part: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc
        .tuple(atom, fc.constantFrom('*', '+?', '{3}', '{2,}', '{0,7}', '{1,20}'))
        .map((pair) => pair.join('')),
      tie('expr').map((inner) => `(${inner})`),
      tie('expr').map((inner) => `(?:${inner}){0,4}`),
      tie('expr').map((inner) => `(${inner}|x){5}`),
    ),
  })).expr;

  it('is at least half of what RE2 makes of it', () => {
    fc.assert(
      fc.property(pattern, (source) => {
        fc.pre(patternSize(source).total < MAX_PROGRAM);
        const compiled = compilePattern(source);
        fc.pre(compiled.ok);
        expect(compiled.ok && compiled.size).toBeLessThanOrEqual(2 * patternSize(source).total + 8);
      }),
    );
  });

  it('exists for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => patternSize(text).total >= 0));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'(){}[]\\1,Qp:^a|*'.split(''))),
        (chars) => patternSize(chars.join('')).total >= 0,
      ),
    );
  });
});

describe('[G20] a pattern that would take long for each character of an address', () => {
  const faultOf = (source: string) => newPatternCheck()(source)?.code ?? null;

  it.each([
    ['a large repeat', '(?:(a)|b){0,1000}$'],
    ['several that are large together', '\\w{0,300}x\\d{0,300}y[a-z]{0,300}'],
    ['one written out', '(?:(a)|b)?'.repeat(1_000)],
    ['classes written out', '[ab]'.repeat(2_000)],
    ['a repeated list', `(?:${'page|'.repeat(400)}x){0,9}$`],
  ])('is refused: %s', (_, source) => {
    expect(compilePattern(source).ok).toBe(true);
    expect(faultOf(source)).toBe('pattern_too_slow');
  });

  it.each([
    ['letters only, as many as a condition may have', 'a'.repeat(16_384)],
    [
      'a list of addresses',
      Array.from({ length: 400 }, (_, at) => `/catalogue/item-no-${at}\\.html`).join('|'),
    ],
    ['a list with anything before', Array.from({ length: 300 }, (_, at) => `.*/page${at}`).join('|')],
    ['ordinary repeats', '^https://shop\\.example/(?:en|de)?/?[a-z0-9_-]{1,255}/\\d{4,8}(?:[?#].*)?$'],
    ['quoted text', `\\Q${'.[a]*'.repeat(1_000)}\\E`],
  ])('is not: %s', (_, source) => {
    expect(faultOf(source)).toBeNull();
  });

  it('is told by its size alone', () => {
    expect(patternSize('abc|d\\.e|(?:f|(?P<name>g))(?i)h').loose).toBe(0);
    expect(patternSize('a.[bc]\\d').loose).toBe(3);
    expect(patternSize('(?:ab)?c').loose).toBe(patternSize('(?:ab)?').total);
    expect(faultOf(`.{${MAX_LOOSE / 2}}`)).toBeNull();
    expect(faultOf(`.{${MAX_LOOSE / 2 + 1}}`)).toBe('pattern_too_slow');
  });
});

describe('a pattern that other engines choke on', () => {
  it.each([['(a+)+$'], ['^(a|a)*$'], ['(.*a){20}$'], ['(a?){50}a{50}$']])('%s stays linear', (source) => {
    const pattern = compilePattern(source);
    const text = `${'a'.repeat(2_047)}!`;
    expect(pattern.ok && pattern.test(text)).toBe(false);
  });
});
