import { expect, it } from 'vitest';
import { linked } from './linked.ts';

it('finds web addresses, without the sentence around them', () => {
  expect(linked('See https://a.example/x?y=1, please (http://b.example).')).toEqual([
    { text: 'See ', link: null },
    { text: 'https://a.example/x?y=1', link: 'https://a.example/x?y=1' },
    { text: ', please (', link: null },
    { text: 'http://b.example', link: 'http://b.example/' },
    { text: ').', link: null },
  ]);
});

it('leaves everything else as it is', () => {
  for (const text of ['', 'plain', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'ftp://a.example'])
    expect(linked(text).every(({ link }) => link === null)).toBe(true);
  const odd = '<a href="https://a.example">x</a>';
  expect(
    linked(odd)
      .map((part) => part.text)
      .join(''),
  ).toBe(odd);
});
