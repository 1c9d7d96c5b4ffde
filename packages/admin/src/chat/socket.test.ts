import type { OperatorEvent } from '@goalpost/contract/chat';
import type { WireEvents } from '@goalpost/contract/chat/polling';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionState } from './client/state.ts';
import { createLine, waitBefore } from './socket.ts';

interface FakeWire {
  readonly events: WireEvents;
  readonly sent: string[];
  closed: boolean;
}

const WELCOME = JSON.stringify({
  type: 'welcome',
  me: { id: 'a', name: 'Anna', online: true },
  counters: [],
  conversations: [],
  people: [],
});

function setUp() {
  const wires: FakeWire[] = [];
  const states: ConnectionState[] = [];
  const events: OperatorEvent[] = [];
  const line = createLine({
    connect: (on) => {
      const wire: FakeWire = { events: on, sent: [], closed: false };
      wires.push(wire);
      return { send: (text) => void wire.sent.push(text), close: () => void (wire.closed = true) };
    },
    onEvent: (event) => void events.push(event),
    onState: (state) => void states.push(state),
    random: () => 1,
  });
  const last = (): FakeWire => {
    const wire = wires.at(-1);
    if (wire === undefined) throw new Error('nothing was connected');
    return wire;
  };
  const welcome = (): void => {
    last().events.opened();
    last().events.said(WELCOME);
  };
  return { line, wires, states, events, last, welcome };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the console’s connection', () => {
  it('says hello first and sends nothing else before the welcome', () => {
    const { line, last, welcome } = setUp();
    expect(line.send({ type: 'ping' })).toBe(false);
    welcome();
    expect(line.send({ type: 'watch', people: false })).toBe(true);
    expect(last().sent.map((text) => (JSON.parse(text) as { type: string }).type)).toEqual([
      'hello',
      'watch',
    ]);
  });

  it('comes back by itself, more and more patiently, and at once when woken', () => {
    const { line, wires, last, states } = setUp();
    last().events.closed(1006);
    expect(states.at(-1)).toBe('waiting');
    vi.advanceTimersByTime(waitBefore(0, 1));
    expect(wires).toHaveLength(2);
    last().events.closed(1006);
    vi.advanceTimersByTime(waitBefore(0, 1));
    expect(wires).toHaveLength(2);
    line.wake();
    expect(wires).toHaveLength(3);
  });

  it('waits half a minute at most, and begins anew after a welcome', () => {
    const { wires, last, welcome } = setUp();
    expect(waitBefore(30, 1)).toBe(30_000);
    expect(waitBefore(30, 0)).toBe(15_000);
    for (let attempt = 0; attempt < 5; attempt++) {
      last().events.closed(1006);
      vi.advanceTimersByTime(waitBefore(attempt, 1));
    }
    welcome();
    const before = wires.length;
    last().events.closed(1006);
    vi.advanceTimersByTime(waitBefore(0, 1));
    expect(wires).toHaveLength(before + 1);
  });

  it('does not come back by itself where it is denied', () => {
    const { line, wires, states, last, welcome } = setUp();
    welcome();
    last().events.closed(4401);
    vi.advanceTimersByTime(120_000);
    expect(states.at(-1)).toBe('denied');
    expect(wires).toHaveLength(1);
    // The operator may have signed in again, or added a site.
    line.wake();
    expect(wires).toHaveLength(2);
  });

  it('drops a line that is silent when asked, and one that never greets', () => {
    const { wires, last, welcome } = setUp();
    welcome();
    vi.advanceTimersByTime(25_000);
    expect(last().sent.at(-1)).toBe(JSON.stringify({ type: 'ping' }));
    vi.advanceTimersByTime(10_000);
    expect(wires[0]?.closed).toBe(true);
    vi.advanceTimersByTime(waitBefore(0, 1));
    expect(wires).toHaveLength(2);
    vi.advanceTimersByTime(10_000);
    expect(wires[1]?.closed).toBe(true);
  });

  it('keeps a line that answers', () => {
    const { wires, last, welcome } = setUp();
    welcome();
    for (let beat = 0; beat < 5; beat++) {
      vi.advanceTimersByTime(25_000);
      last().events.said(JSON.stringify({ type: 'pong' }));
    }
    expect(wires).toHaveLength(1);
  });

  it('does not listen to an earlier connection', () => {
    const { wires, events, last, welcome } = setUp();
    welcome();
    const [first] = wires;
    last().events.closed(1006);
    vi.advanceTimersByTime(waitBefore(0, 1));
    first?.events.said(JSON.stringify({ type: 'status', online: false }));
    first?.events.closed(1006);
    expect(events.map(({ type }) => type)).toEqual(['welcome']);
  });

  it('passes over what is not JSON', () => {
    const { events, last, welcome } = setUp();
    welcome();
    last().events.said('<html>');
    last().events.said('null');
    expect(events).toHaveLength(1);
  });
});
