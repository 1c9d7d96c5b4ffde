import type { Wire, WireEvents } from '@goalpost/contract/chat/polling';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCarrier } from './carrier.ts';

function setUp() {
  const opened: { way: string; events: WireEvents; sent: string[]; closed: boolean }[] = [];
  const way =
    (name: string) =>
    (events: WireEvents): Wire => {
      const one = { way: name, events, sent: [] as string[], closed: false };
      opened.push(one);
      return { send: (text) => void one.sent.push(text), close: () => void (one.closed = true) };
    };
  const carrier = createCarrier({ socket: way('socket'), requests: way('requests') });
  const codes: number[] = [];
  const said: string[] = [];
  const open = () =>
    carrier({ opened() {}, said: (text) => said.push(text), closed: (code) => codes.push(code) });
  return { opened, codes, said, open, ways: () => opened.map((one) => one.way) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it.each([
  ['that is refused', 1006],
  ['that is ended at once', 1005],
])('[C93] a socket %s gives way to plain requests, unheard', (_name, code) => {
  const { opened, codes, said, open, ways } = setUp();
  const wire = open();
  opened[0]?.events.closed(code);
  wire.send('hello');
  opened[1]?.events.said('welcome');
  expect([ways(), opened[1]?.sent, said, codes]).toEqual([
    ['socket', 'requests'],
    ['hello'],
    ['welcome'],
    [],
  ]);
  opened[1]?.events.closed(1006);
  open();
  expect(ways(), 'what worked').toEqual(['socket', 'requests', 'requests']);
  opened[2]?.events.closed(1006);
  open();
  expect(ways(), 'it works no more').toEqual(['socket', 'requests', 'requests', 'socket']);
});

it('[C93] so does one that says nothing', () => {
  const { opened, said, open, ways } = setUp();
  open();
  opened[0]?.events.opened();
  vi.advanceTimersByTime(4_000);
  opened[0]?.events.said('late');
  expect([ways(), opened[0]?.closed, said]).toEqual([['socket', 'requests'], true, []]);
});

it.each([1001, 1013, 4401])('one that the server ends with %i has worked', (code) => {
  const { opened, codes, open, ways } = setUp();
  open();
  opened[0]?.events.closed(code);
  expect([ways(), codes]).toEqual([['socket'], [code]]);
});

it('one that has said something stays a socket', () => {
  const { opened, codes, open, ways } = setUp();
  open();
  opened[0]?.events.said('welcome');
  vi.advanceTimersByTime(60_000);
  opened[0]?.events.closed(1006);
  open();
  expect([ways(), codes]).toEqual([['socket', 'socket'], [1006]]);
});
