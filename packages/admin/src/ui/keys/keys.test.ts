import { expect, it } from 'vitest';
import { createKeyReader, KEYS, type Press } from './keys.ts';

const press = (key: string, code: string, more: Partial<Press> = {}): Press => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  at: 0,
  ...more,
});

it('[M127] reads keys by their place, so that they work in every alphabet', () => {
  const read = createKeyReader();
  expect(read(press('f', 'KeyF'))).toBe('filter');
  expect(read(press('а', 'KeyF'))).toBe('filter');
  expect(read(press('е', 'KeyT'))).toBe('search');
  expect(read(press('х', 'BracketLeft'))).toBe('earlier');
  expect(read(press('?', 'Slash'))).toBe('list');
  expect(read(press('?', 'Digit7'))).toBe('list');
});

it('[M127] reads two keys one after the other, and forgets the first after a while', () => {
  const read = createKeyReader();
  expect([read(press('g', 'KeyG')), read(press('c', 'KeyC', { at: 500 }))]).toEqual([null, 'conversions']);
  expect([read(press('g', 'KeyG', { at: 1_000 })), read(press('g', 'KeyG', { at: 1_200 }))]).toEqual([
    null,
    'goals',
  ]);
  expect([read(press('g', 'KeyG', { at: 2_000 })), read(press('c', 'KeyC', { at: 9_000 }))]).toEqual([
    null,
    'compare',
  ]);
  expect([read(press('g', 'KeyG', { at: 9_100 })), read(press('f', 'KeyF', { at: 9_200 }))]).toEqual([
    null,
    'filter',
  ]);
});

it('[M127] leaves keys with a modifier to the browser', () => {
  const read = createKeyReader();
  expect(read(press('f', 'KeyF', { ctrlKey: true }))).toBeNull();
  expect(read(press('c', 'KeyC', { metaKey: true }))).toBeNull();
  expect(read(press('g', 'KeyG'))).toBeNull();
  expect(read(press('s', 'KeyS', { ctrlKey: true }))).toBeNull();
  expect(read(press('s', 'KeyS', { at: 100 }))).toBeNull();
});

it('has each combination once', () => {
  const all = Object.values(KEYS).map(({ keys }) => keys.join(' '));
  expect(new Set(all).size).toBe(all.length);
});
