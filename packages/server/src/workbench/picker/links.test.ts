/** [G76] Links of the picker: what is taken, and why another is not. */
import { expect, it } from 'vitest';
import { createTestTokens, TOKEN_MS } from '../try-out/tokens.ts';
import { createPickerLinks } from './links.ts';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const links = createPickerLinks('key');
const { token } = links.issue(5, { type: 'form', lang: 'ru' }, NOW);

it('[G76] says what it is for, until its hour is over', () => {
  expect(links.read(token, 5, NOW + TOKEN_MS - 1)).toEqual({
    type: 'form',
    lang: 'ru',
    expiresAt: NOW + TOKEN_MS,
  });
  expect(links.read(token, 5, NOW + TOKEN_MS)).toBe('old');
  expect(links.read(token, 6, NOW)).toBe('other_counter');
});

it('[G76] is forged where anything of it was changed, or it is a token of the test mode', () => {
  const forged = [
    '',
    'x',
    `${token}x`,
    token.slice(1),
    token.replace('5-', '6-'),
    token.replace('form', 'button'),
    token.replace('-ru', '-en'),
    token.replace(/\.\w/, (start) => `${start}z`),
    `5-form-ru.${createTestTokens('key').issue(5, NOW).token}`,
    createPickerLinks('other').issue(5, { type: 'form', lang: 'ru' }, NOW).token,
    '0'.repeat(10_000),
  ];
  for (const one of forged) for (const id of [5, 6]) expect(links.read(one, id, NOW)).toBe('forged');
});
