import { afterEach, expect, it, vi } from 'vitest';
import { findHome } from './home.ts';

afterEach(() => vi.unstubAllGlobals());

const found = (script: { readonly src: string } | null) => {
  vi.stubGlobal('document', { currentScript: script, querySelector: () => null });
  return findHome();
};

it.each([
  ['https://stats.example/chat/widget.js?id=5', 'https://stats.example', 5, undefined],
  ['https://shop.example/stats/chat/widget.js?id=5', 'https://shop.example/stats', 5, undefined],
  ['https://shop.example/a/b/chat/widget.js?id=5&cs', 'https://shop.example/a/b', 5, '&cs'],
  ['http://[::1]:8090/stats/chat/widget.js?v=1&id=12', 'http://[::1]:8090/stats', 12, undefined],
  // Its owner gave it another name.
  ['https://shop.example/js/talk.js?id=5', 'https://shop.example', 5, undefined],
  ['https://shop.example/stats/chat/widget.js?id=5&from=/chat/', 'https://shop.example/stats', 5, undefined],
])('[W78] %s: the chat is at %s', (src, home, counter, agreed) => {
  expect(found({ src })).toEqual({ home, counter, agreed });
});

it.each(['', 'https://shop.example/chat/widget.js', 'data:text/javascript,1', '/chat/widget.js?id=5'])(
  '%j names no server and counter',
  (src) => expect(found({ src })).toBeUndefined(),
);

it('what runs as text, on a page that names no script of ours, has no home', () => {
  expect(found(null)).toBeUndefined();
});
