/** The log writes what its level asks for. */
import { expect, it } from 'vitest';
import { createLog, LOG_LEVELS } from './log.ts';

it.each([
  ['info', ['info', 'warn', 'error', 'fatal']],
  ['warn', ['warn', 'error', 'fatal']],
  ['error', ['error', 'fatal']],
] as const)('at %s it writes %j', (level, expected) => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line) > 0;
  const log = createLog({ isTTY: false, write } as unknown as NodeJS.WriteStream);
  log.level = level;
  for (const one of [...LOG_LEVELS, 'fatal'] as const) log[one]({}, one);
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(expected);
});
