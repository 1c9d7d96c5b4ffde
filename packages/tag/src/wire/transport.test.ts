/** How often a hit is sent, and when: with a clock, a network and a storage of the test's own. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Letter, Send } from '../shared/model.ts';

type Answer = (status: number) => void;

/** The tag takes hold of it when it is loaded. */
const stored: Record<string, string> = {};
let asked: { readonly address: string; readonly answer: Answer }[];
let beacons: string[];
let images: { src: string; onload?: () => void }[];
let listeners: Record<string, () => void>;
let send: Send;

const letter = (): Letter => [`_gp.try.${Date.now()}.123456789`, '/watch/5?x=1', ''];
/** All that promises have to do. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  vi.useFakeTimers();
  for (const key of Object.keys(stored)) delete stored[key];
  asked = [];
  beacons = [];
  images = [];
  listeners = {};
  vi.stubGlobal('localStorage', stored);
  vi.stubGlobal('addEventListener', (type: string, run: () => void) => {
    listeners[type] = run;
  });
  vi.stubGlobal('Image', function (this: { src: string }) {
    images.push(this);
  });
  vi.stubGlobal('navigator', { sendBeacon: (address: string) => beacons.push(address) > 0 });
  vi.stubGlobal(
    'fetch',
    (address: string) =>
      new Promise((done) => {
        asked.push({ address, answer: (status) => done({ status }) });
      }),
  );
  const { createTransport } = await import('./transport.ts');
  send = createTransport();
  // What is kept has been looked for.
  await settled();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('[W67] what waits for the first try leaves a hit alone that is tried again', async () => {
  const done = vi.fn();
  send(letter(), done);
  asked[0]!.answer(503);
  await settled();
  expect(done).toHaveBeenCalledTimes(1);
  listeners['online']!();
  expect(asked).toHaveLength(2);
  // The patience of the first try ends, then that of the second.
  await vi.advanceTimersByTimeAsync(1_999);
  expect(beacons).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(beacons).toEqual(asked.slice(1).map(({ address }) => address));
});

it('[W67] an answer to the first try says nothing of the second', async () => {
  send(letter(), () => undefined);
  const [first] = asked;
  // Left by its page, it is kept; another tab sends it.
  listeners['pagehide']!();
  listeners['online']!();
  first!.answer(200);
  await settled();
  expect(asked).toHaveLength(2);
  listeners['pagehide']!();
  asked[1]!.answer(200);
  await settled();
  expect(Object.keys(stored)).toEqual([]);
});

it('[W32] a hit without an answer goes as a beacon, once, and is kept until there is one', async () => {
  const done = vi.fn();
  send(letter(), done);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(beacons).toHaveLength(1);
  expect(done).toHaveBeenCalledTimes(1);
  listeners['pagehide']!();
  expect(Object.keys(stored)).toHaveLength(1);
  asked[0]!.answer(200);
  await settled();
  expect(Object.keys(stored)).toEqual([]);
  expect(done).toHaveBeenCalledTimes(1);
});

it.each<[string, Partial<Navigator>]>([
  ['is missing', {}],
  ['is refused', { sendBeacon: () => false }],
  [
    'throws',
    {
      sendBeacon: () => {
        throw new Error('mine');
      },
    },
  ],
])('[W32] where a `fetch` hangs and the beacon %s, an image brings the hit', async (_name, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const done = vi.fn();
  const [key, address] = letter();
  send([key, address, 'a=1'], done);
  await vi.advanceTimersByTimeAsync(1_999);
  expect([images, done.mock.calls]).toEqual([[], []]);
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalledTimes(1);
  expect(images.map(({ src }) => src)).toEqual([`${address}a=1`]);
  // Until the image has come, the page may go and the next one sends it.
  expect(Object.keys(stored)).toEqual([key]);
  images[0]!.onload!();
  expect(Object.keys(stored)).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([images.length, done.mock.calls.length, asked.length]).toEqual([1, 1, 1]);
});

it('[W31] is tried again after growing pauses, the same text each time', async () => {
  send(letter(), () => undefined);
  const pauses: number[] = [];
  for (let tries = 1; tries <= 4; tries++) {
    asked[asked.length - 1]!.answer(503);
    await settled();
    const from = Date.now();
    await vi.advanceTimersToNextTimerAsync();
    while (asked.length === tries) await vi.advanceTimersToNextTimerAsync();
    pauses.push(Date.now() - from);
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000]);
  expect(new Set(asked.map(({ address }) => address))).toEqual(new Set(['/watch/5?x=1']));
});
