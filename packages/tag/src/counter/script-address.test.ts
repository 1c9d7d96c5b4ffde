import { describe, expect, it, vi } from 'vitest';
import { readAddress } from '../shared/read-address.ts';
import { createRegistry } from './registry.ts';

describe('readAddress', () => {
  it.each([
    ['https://stats.example/metrika/tag.js', 'https://stats.example', ''],
    ['https://stats.example/metrika/tag.js?id=5', 'https://stats.example', '5'],
    ['http://127.0.0.1:8090/tag.js?v=2&id=5,6', 'http://127.0.0.1:8090', '5,6'],
    ['https://stats.example/under/metrika/tag.js?id=', 'https://stats.example/under', ''],
    ['https://stats.example/tag.js?grid=7', 'https://stats.example', ''],
    ['https://stats.example/tag/v0.1.0-3f2a9c.js?id=12#x', 'https://stats.example', '12'],
    ['https://shop.example/stats/metrika/watch.js', 'https://shop.example/stats', ''],
    ['https://shop.example/stats/resource/watch.js', 'https://shop.example/stats', ''],
    ['https://shop.example/stats/tag_ww.js?id=5', 'https://shop.example/stats', '5'],
    ['https://shop.example/stats/watch_debug.js', 'https://shop.example/stats', ''],
    ['https://shop.example/a/b/tag.js', 'https://shop.example/a/b', ''],
    ['http://metrika/metrika/tag.js', 'http://metrika', ''],
    ['http://metrika/tag.js', 'http://metrika', ''],
  ])('[W30] of %s', (address, home, named) => {
    expect(readAddress(address)).toMatchObject({ 1: home, 6: named || undefined });
  });

  it.each([
    '',
    'https://shop.example/js/app.js',
    'https://shop.example/tags.js',
    'https://shop.example/tag-manager.js',
    'blob:https://shop.example/5f3a',
    'data:text/javascript,1',
  ])('of %j gives nothing', (address) => {
    expect(readAddress(address)).toBeNull();
  });
});

describe('ownership', () => {
  it.each([
    // Alone on the page, every counter is ours, named or not.
    ['', 5, false, 2],
    ['6', 5, false, 2],
    // Beside another tag, those that the script's address names; if it names none, it cannot be known.
    ['5', 5, true, 2],
    ['6,5', 5, true, 2],
    ['55', 5, true, 0],
    ['6', 5, true, 0],
    ['', 5, true, 1],
    // No number, no counter.
    ['5', Number.NaN, false, 0],
    ['5', 0, false, 0],
  ])('named %j, counter %d, another tag %s', (named, id, hasOther, owner) => {
    vi.stubGlobal('window', {});
    const registry = createRegistry(
      { 6: named },
      () => undefined,
      () => hasOther,
    );
    expect(registry._owns(id)).toBe(owner);
    vi.unstubAllGlobals();
  });
});
