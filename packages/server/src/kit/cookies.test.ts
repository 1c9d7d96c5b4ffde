import { expect, it } from 'vitest';
import { cookieIn } from './cookies.ts';

it.for([
  ['a=1', '1'],
  ['b=2; a=1', '1'],
  ['b=2;a=1;  c=3', '1'],
  ['aa=2; a=1; a=3', '1'],
  ['a=x=y', 'x=y'],
  ['a=', ''],
  ['a', ''],
  ['', ''],
  ['ba=1', ''],
] as const)('finds "a" in "%s"', ([header, value]) => {
  expect(cookieIn(header, 'a')).toBe(value);
});
