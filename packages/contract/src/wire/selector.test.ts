/** What passes is a selector in every browser; what is none is refused. */
import { expect, it } from 'vitest';
import { isSelector } from './selector.ts';

it.each([
  '.call-me',
  '#chat',
  'button',
  'a[href^="tel:"]',
  'div.chat > button.send',
  'ul li:nth-child(2n + 1) a',
  'input:not([type="hidden"], .skip)',
  '[data-tf-widget]',
  "[data-x='a b' i]",
  '.кнопка',
  'a,b , .c',
  '.md\\:flex',
  ' .spaced ',
  '*',
  'my-element.open::x'.slice(0, 15),
])('[W61] %j is one', (text) => expect(isSelector(text)).toBe(true));

it.each([
  '',
  ' ',
  '..',
  '.1a',
  '#',
  'a[',
  'a[href=]',
  'a[href="x]',
  'a >',
  '> a',
  ',a',
  'a,',
  'a{',
  'a::before',
  ':hover(',
  ':not()',
  ':not(a',
  'a)',
  '<b>',
  'javascript:alert(1)',
  ':nth-child(x)',
  '.a\n{',
  ':not(:not(:not(:not(a))))',
])('[W61] %j is none', (text) => expect(isSelector(text)).toBe(false));

it('takes no longer than its text is long', () => {
  expect(isSelector(`${'a '.repeat(50_000)}(`)).toBe(false);
  expect(isSelector(`a${'[b'.repeat(50_000)}`)).toBe(false);
});
