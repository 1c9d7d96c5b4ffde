import { describe, expect, it } from 'vitest';
import { showsOn } from './placement.ts';

const URL_ = 'https://shop.example/cart?step=2';
const shows = (urls: Parameters<typeof showsOn>[0]['show'] extends infer S ? NonNullable<S> : never) =>
  showsOn({ show: urls }, URL_, false);

describe('where the widget shows', () => {
  it('everywhere where nothing is said', () => {
    expect(showsOn({}, URL_, true)).toBe(true);
    expect(shows({ urls: [], devices: 'all' })).toBe(true);
  });

  it('on one kind of device', () => {
    expect(showsOn({ show: { urls: [], devices: 'mobile' } }, URL_, true)).toBe(true);
    expect(showsOn({ show: { urls: [], devices: 'mobile' } }, URL_, false)).toBe(false);
    expect(showsOn({ show: { urls: [], devices: 'desktop' } }, URL_, true)).toBe(false);
  });

  it.each([
    ['is', URL_, true],
    ['is', 'https://shop.example/', false],
    ['contains', 'step=2', true],
    ['starts', '/cart', true],
    ['starts', 'https://shop.example/cart', true],
    ['starts', '/other', false],
    ['not_contains', '/cart', false],
    ['not_contains', '/other', true],
  ] as const)('by address: %s %s', (op, value, expected) => {
    expect(shows({ urls: [{ op, value }], devices: 'all' })).toBe(expected);
  });

  it('by any of the wanted addresses, and none of the unwanted', () => {
    const any = [
      { op: 'starts', value: '/blog' },
      { op: 'contains', value: 'cart' },
    ] as const;
    expect(shows({ urls: [...any], devices: 'all' })).toBe(true);
    expect(shows({ urls: [...any, { op: 'not_contains', value: 'step=2' }], devices: 'all' })).toBe(false);
    expect(shows({ urls: [{ op: 'not_contains', value: 'step=2' }, ...any], devices: 'all' })).toBe(false);
  });
});
