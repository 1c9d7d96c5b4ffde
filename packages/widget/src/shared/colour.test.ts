import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, luminance, parseHex, textOn } from './colour.ts';
import { readable } from '../app/look/readable.ts';

const COLOURS = { luminance, parseHex };
const of = (hex: string): number => luminance(parseHex(hex) ?? [0, 0, 0]);
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('textOn', () => {
  it('can be read on any colour', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(contrast(of(colour), of(textOn(colour)))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('is white on dark colours and dark on light ones', () => {
    expect([textOn('#1864ab'), textOn('#ffe066'), textOn('#000'), textOn('#fff')]).toEqual([
      '#fff',
      '#000',
      '#fff',
      '#000',
    ]);
  });
});

describe('readable', () => {
  it('keeps a colour that can be read, and changes one that cannot until it can', () => {
    expect(readable(COLOURS, '#1864ab', '#ffffff')).toBe('#1864ab');
    fc.assert(
      fc.property(hex, fc.constantFrom('#ffffff', '#16191d'), (colour, ground) => {
        expect(contrast(of(readable(COLOURS, colour, ground)), of(ground))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

it('reads hex colours only', () => {
  expect([parseHex('#abc'), parseHex('red'), parseHex('#12345')]).toEqual([[170, 187, 204], null, null]);
});
