import { expect, it } from 'vitest';
import { createLinks, wayBack } from './links.ts';

it('leads to the console and to files, where the server knows its address', () => {
  const links = createLinks('https://stats.example');
  expect(links.conversation(7, 'a/b')).toBe('https://stats.example/counter/7/chat/inbox?conversation=a%2Fb');
  expect(links.file('f"1')).toBe('https://stats.example/chat/v1/files/f%221');
  expect(createLinks(null).conversation(7, 'a')).toBeNull();
  expect(createLinks(null).file('a')).toBeNull();
});

it.each([
  ['https://shop.example/boots', 'https://shop.example/boots'],
  ['http://www.shop.example:8080/a%20b?x=call+me#now', 'http://www.shop.example:8080/a%20b'],
  ['https://shop.example/<script>', 'https://shop.example/%3Cscript%3E'],
  ['https://help.shop.example/', 'https://help.shop.example/'],
  [`https://shop.example/${'a'.repeat(300)}`, 'https://shop.example/'],
  ['https://user:pw@shop.example/x', 'https://shop.example/'],
  ['https://evil.example/boots', 'https://shop.example/'],
  ['https://shop.example.evil.example/', 'https://shop.example/'],
  ['https://evil.example\\@shop.example/', 'https://shop.example/'],
  ['javascript://shop.example/%0aalert(1)', 'https://shop.example/'],
  ['', 'https://shop.example/'],
])('from %s back to %s', (page, back) =>
  expect(wayBack(page, ['shop.example', 'mirror.example'])).toBe(back),
);

it('leads nowhere where there is no site', () => expect(wayBack('https://shop.example/', [])).toBeNull());
