import { expect, it } from 'vitest';
import { createLogLimit } from './log-limit.ts';

it('[A81] writes some lines at once, then one in ten seconds that counts what was left out', () => {
  let now = 1_000_000;
  const lines: number[] = [];
  const write = createLogLimit({ now: () => now });
  for (let i = 0; i < 1_000; i++) write((held) => lines.push(held));
  expect(lines).toEqual(Array.from({ length: 10 }, () => 0));
  now += 10_000;
  for (let i = 0; i < 5; i++) write((held) => lines.push(held));
  expect(lines.slice(10)).toEqual([990]);
  now += 10_000;
  write((held) => lines.push(held));
  expect(lines.slice(11)).toEqual([4]);
});
