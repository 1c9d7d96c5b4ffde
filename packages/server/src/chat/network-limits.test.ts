import { expect, it } from 'vitest';
import { unboundedAddresses } from '../collect/index.ts';
import { createNetworks, NETWORK_LIMITS } from './network-limits.ts';

function networks(changes: Partial<typeof NETWORK_LIMITS>, trusted: readonly string[] = []) {
  let now = 1_000_000;
  const made = createNetworks({
    limits: { ...NETWORK_LIMITS, ...changes },
    clock: { now: () => now },
    isUnbounded: unboundedAddresses(trusted),
  });
  return { ...made, pass: (ms: number) => void (now += ms) };
}

const times = (count: number, one: () => unknown) =>
  Array.from({ length: count }, one).filter(Boolean).length;

it.each([
  ['203.0.113.5', '203.0.113.5'],
  ['203.0.113.5', '::ffff:203.0.113.5'],
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'],
])('%s and %s are one network, with one bound for both [C77]', (one, other) => {
  const { may, refused } = networks({ conversations: 3 });
  expect(times(2, () => may('conversations', one))).toBe(2);
  expect(times(5, () => may('conversations', other))).toBe(1);
  expect(may('conversations', '198.51.100.7')).toBe(true);
  expect(may('messages', one)).toBe(true);
  expect(refused()).toEqual({ ...refused(), conversations: 4, messages: 0 });
});

it('its time over, a network may again, also where the clock was set back', () => {
  const { may, pass } = networks({ messages: 1 });
  expect(times(2, () => may('messages', '203.0.113.5'))).toBe(1);
  pass(60_000);
  expect(times(2, () => may('messages', '203.0.113.5'))).toBe(1);
  pass(-3_600_000);
  expect(may('messages', '203.0.113.5')).toBe(true);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.9',
  '::1',
  '::ffff:10.1.2.3',
  'fd00::1',
  '',
  '198.51.100.4',
  '198.51.100.77',
])('a private address or a declared proxy has no bound: %s', (address) => {
  const { may, enter } = networks({ conversations: 1, sockets: 1 }, ['198.51.100.0/24']);
  expect(times(50, () => may('conversations', address))).toBe(50);
  expect(times(50, () => enter('sockets', address))).toBe(50);
});

it('[C78] networks that did nothing for long are forgotten when very many others come', () => {
  const { may } = networks({ messages: 1 });
  const crowd = (from: number, count: number) => {
    for (let n = from; n < from + count; n++) may('messages', `20.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
  };
  expect(may('messages', '203.0.113.5')).toBe(true);
  crowd(0, 19_000);
  expect(may('messages', '203.0.113.5')).toBe(false);
  crowd(19_000, 200_000);
  expect(may('messages', '203.0.113.5')).toBe(true);
});

it('sockets are counted while they are there', () => {
  const { enter, refused } = networks({ sockets: 2 });
  const leave = enter('sockets', '203.0.113.5');
  expect(times(3, () => enter('sockets', '203.0.113.5'))).toBe(1);
  expect(enter('consoles', '203.0.113.5')).not.toBeNull();
  leave?.();
  expect(enter('sockets', '203.0.113.5')).not.toBeNull();
  expect(refused().sockets).toBe(2);
});

it('[C77] tabs and consoles that come and go are counted as they come', () => {
  const { enter, refused, pass } = networks({ connects: 3 });
  const come = (what: 'sockets' | 'consoles') => (): boolean => {
    const leave = enter(what, '203.0.113.5');
    leave?.();
    return leave !== null;
  };
  expect(times(2, come('sockets')) + times(3, come('consoles'))).toBe(3);
  expect(refused()).toEqual({ ...refused(), connects: 2, sockets: 0, consoles: 0 });
  pass(60_000);
  expect(come('sockets')()).toBe(true);
});

it('0 is no bound', () => {
  const { may, enter } = networks({ messages: 0, sockets: 0, connects: 0 });
  expect(times(2_000, () => may('messages', '203.0.113.5'))).toBe(2_000);
  expect(times(2_000, () => enter('sockets', '203.0.113.5'))).toBe(2_000);
});
