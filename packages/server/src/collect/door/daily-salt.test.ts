import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDailySalt } from './daily-salt.ts';
import { strangerNumber } from './visitor.ts';

const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 10, 29, 12);
const said: string[] = [];
const log = { warn: (_: Record<string, unknown>, text: string) => void said.push(text) };

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'goalpost-salt-'));
});
afterAll(() => rm(dir, { recursive: true }));

const onDisk = async (): Promise<string> =>
  (await Promise.all((await readdir(dir)).map((name) => readFile(join(dir, name), 'utf8')))).join('');

it('[P25] lasts a day of UTC, also through a restart, and is nowhere after it', async () => {
  const salt = await openDailySalt(dir, NOON, log);
  const first = salt.of(NOON);
  expect(salt.of(NOON + 11 * 3_600_000)).toBe(first);
  expect((await openDailySalt(dir, NOON + 1, log)).of(NOON)).toBe(first);
  await salt.turn(NOON + DAY_MS);
  const second = salt.of(NOON + DAY_MS);
  expect(second).not.toBe(first);
  const kept = await onDisk();
  expect([kept.includes(first), kept.includes(second)]).toEqual([false, true]);
  // A clock that goes back brings no old salt back.
  expect(salt.of(NOON)).toBe(second);
});

it('[P25] a server that stood still removes the old one at its start', async () => {
  const later = NOON + 9 * DAY_MS;
  const old = await onDisk();
  await openDailySalt(dir, later, log);
  expect(await onDisk()).not.toBe(old);
  expect(said).toEqual([]);
});

it('[P25] one of a clock that was far ahead does not last until then', async () => {
  const ahead = await openDailySalt(dir, NOON + 365 * DAY_MS, log);
  const wrong = ahead.of(NOON + 365 * DAY_MS);
  const right = ahead.of(NOON);
  expect(right).not.toBe(wrong);
  await ahead.turn(NOON);
  expect((await openDailySalt(dir, NOON, log)).of(NOON)).toBe(right);
  await openDailySalt(dir, NOON + 365 * DAY_MS, log);
  const again = await openDailySalt(dir, NOON, log);
  expect([wrong, right]).not.toContain(again.of(NOON));
});

it('[P25] a damaged one is said, and made anew', async () => {
  await writeFile(join(dir, 'daily-salt'), 'garbage');
  expect((await openDailySalt(dir, NOON, log)).of(NOON)).toMatch(/^[0-9a-f]{64}$/);
  expect(said).toHaveLength(1);
});

/**
 * People behind shared networks: of so many on one address, as many have different agents as browsers have versions.
 * @returns visitors that are counted, of each hundred that there are
 */
function countedOf(people: number, perNetwork: number, agents: number): number {
  // The same for every run: what is measured is the sharing, not the dice.
  let state = 42;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const seen = new Set<string>();
  for (let person = 0; person < people; person++) {
    // Few versions have most of the people.
    const agent = Math.floor(agents * random() ** 2);
    const address = `198.51.${Math.floor(person / perNetwork)}`;
    seen.add(strangerNumber('salt', { counterId: 1, address, agent: `agent ${agent}`, now: NOON }));
  }
  return Math.round((seen.size / people) * 100);
}

it.each([
  ['one person an address', 1, 200, 100],
  ['homes: 3 people an address', 3, 200, 99],
  ['an office: 50 people an address', 50, 200, 81],
  ['an office with one image of a browser', 50, 3, 6],
  ['a mobile network: 1000 people an address', 1_000, 200, 19],
] as const)('[P26] states the error for %s', (_name, perNetwork, agents, counted) => {
  expect(countedOf(10_000, perNetwork, agents)).toBe(counted);
});
