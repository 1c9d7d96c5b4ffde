import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Config } from './config/config.ts';
import { type AnyPart, openParts, type Part } from './part.ts';
import { PARTS, ROLES } from './roles.ts';

const GIVEN = {
  config: {} as Config,
  log: pino({ level: 'silent' }),
  clock: { now: () => 0 },
  version: '0',
  node: 'one',
  overrides: {},
};

function recorder() {
  const seen: string[] = [];
  const part = (name: string, uses: readonly AnyPart[] = [], fails = false): Part<string> => ({
    name,
    open({ use }) {
      if (fails) throw new Error(`${name} cannot be opened`);
      seen.push(`open ${[name, ...uses.map((one) => String(use(one)))].join(' ')}`);
      return name;
    },
    close: (opened) => void seen.push(`close ${opened}`),
  });
  return { seen, part };
}

it('opens parts in the order of the list, gives them what they use, and closes them in reverse', async () => {
  const { seen, part } = recorder();
  const [one, two] = [part('one'), part('two')];
  await using opened = new AsyncDisposableStack();
  await openParts([one, two, part('three', [one, two])], GIVEN, opened);
  await opened.disposeAsync();
  expect(seen).toEqual([
    'open one',
    'open two',
    'open three one two',
    'close three',
    'close two',
    'close one',
  ]);
});

it('closes what is open when a part cannot be opened', async () => {
  const { seen, part } = recorder();
  const opened = new AsyncDisposableStack();
  await expect(openParts([part('one'), part('two', [], true)], GIVEN, opened)).rejects.toThrow(
    'two cannot be opened',
  );
  await opened.disposeAsync();
  expect(seen).toEqual(['open one', 'close one']);
});

it('says in a sentence which part is used before it is listed', async () => {
  const { part } = recorder();
  const later = part('later');
  await using opened = new AsyncDisposableStack();
  await expect(openParts([part('one', [later]), later], GIVEN, opened)).rejects.toThrow(
    'later is not open: list it earlier in boot/roles.ts.',
  );
});

it('lists every part once, under a name of its own', () => {
  const names = PARTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const [role, parts] of Object.entries(ROLES)) expect(parts.length, role).toBeGreaterThan(0);
});
