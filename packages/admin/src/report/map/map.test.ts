/** The map of countries: its outlines, and how dark each is drawn. */
import { describe, expect, it } from 'vitest';
import { OUTLINES } from './outlines.ts';
import { shadeOf } from './shade.ts';

const shapes = OUTLINES.split('\n').map((line) => ({ code: line.slice(0, 2), path: line.slice(3) }));

it('[M95] has an outline for each country once, in order, and each within the picture', () => {
  const codes = shapes.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].toSorted());
  expect(codes.length).toBeGreaterThan(230);
  for (const code of ['RU', 'US', 'DE', 'TR', 'RS', 'CN', 'BR', 'ZA', 'SG', 'MT', 'HK', 'XK'])
    expect(codes).toContain(code);
  for (const { code, path } of shapes) {
    // Names that browsers know, also of none that is no more.
    expect(new Intl.DisplayNames('en', { type: 'region' }).of(code), code).not.toBe(code);
    expect(Intl.getCanonicalLocales(`und-${code}`)[0]).toBe(`und-${code}`);
    expect(path, code).toMatch(/^(?:M-?\d+ -?\d+(?:l[\d -]+|h4v4h-4)z)+$/);
    for (const [, x, y] of path.matchAll(/M(-?\d+) (-?\d+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(-2);
      expect(Number(x)).toBeLessThanOrEqual(1_000);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(436);
    }
  }
});

/** How far a ring reaches from west to east. */
function widthOf(ring: string): number {
  const [, steps = ''] = /l([\d -]+)z/.exec(ring) ?? [];
  let x = 0;
  const places = [...steps.matchAll(/(-?\d+)[ ]?(-?\d+)/g)].map(([, dx]) => (x += Number(dx)));
  return Math.max(0, ...places) - Math.min(0, ...places);
}

it('[M95] draws no country across the edge of the map', () => {
  const widths = shapes.flatMap(({ code, path }) =>
    (path.match(/M[^M]+/g) ?? []).map((ring) => [code, widthOf(ring)] as const),
  );
  expect(widths.filter(([, width]) => width > 400)).toEqual([]);
  expect(Math.max(...widths.filter(([code]) => code === 'RU').map(([, width]) => width))).toBeGreaterThan(
    200,
  );
});

/** The middle of a country's largest shape, roughly: where its first ring begins. */
const placeOf = (wanted: string): number[] => {
  const path = shapes.find(({ code }) => code === wanted)?.path ?? '';
  return [.../M(-?\d+) (-?\d+)/.exec(path)!].slice(1, 3).map(Number);
};

it('[M95] puts countries where they are', () => {
  const [brazil = [], germany = [], australia = []] = ['BR', 'DE', 'AU'].map(placeOf);
  expect(brazil[0]).toBeLessThan(germany[0]!);
  expect(germany[0]).toBeLessThan(australia[0]!);
  expect(germany[1]).toBeLessThan(brazil[1]!);
  expect(brazil[1]).toBeLessThan(australia[1]! + 100);
});

describe('[M95] how dark a country is', () => {
  it('grows with its number, and is never too light to be seen', () => {
    const shades = [1, 10, 100, 1_000].map((value) => shadeOf(value, 1_000)!);
    expect(shades.toSorted((a, b) => a - b)).toEqual(shades);
    expect(Math.min(...shades)).toBeGreaterThanOrEqual(0.18);
    expect(shades.at(-1)).toBe(1);
  });

  it.each([
    [null, 10],
    [undefined, 10],
    [0, 10],
    [-5, 10],
    [5, 0],
  ])('is nothing for %s of %s', (value, most) => expect(shadeOf(value, most)).toBeNull());
});
