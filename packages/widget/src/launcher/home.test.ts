import { expect, it } from 'vitest';
import { readHome } from './home.ts';

it.each([
  ['https://stats.example/chat/widget.js?id=5', 'https://stats.example', 5, undefined],
  ['https://shop.example/stats/chat/widget.js?id=5', 'https://shop.example/stats', 5, undefined],
  ['https://shop.example/a/b/chat/widget.js?id=5&cs', 'https://shop.example/a/b', 5, '&cs'],
  ['http://[::1]:8090/stats/chat/widget.js?v=1&id=12', 'http://[::1]:8090/stats', 12, undefined],
  // Its owner gave it another name.
  ['https://shop.example/js/talk.js?id=5', 'https://shop.example', 5, undefined],
  ['https://shop.example/stats/chat/widget.js?id=5&from=/chat/', 'https://shop.example/stats', 5, undefined],
])('%s: the chat is at %s', (address, server, counter, agreed) => {
  expect(readHome(address)).toEqual({ server, counter, agreed });
});

it.each([undefined, '', 'https://shop.example/chat/widget.js', 'data:text/javascript,1', '/chat/widget.js?id=5'])(
  '%j names no server and counter',
  (address) => expect(readHome(address)).toBeNull(),
);
