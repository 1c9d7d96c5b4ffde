/** The console's one connection: comes back by itself, notices a dead line, and is patient in the background. */
import type { OperatorEvent, OperatorFrame } from '@goalpost/contract/chat';
import { CHAT_VERSION, HEARTBEAT_SECONDS, reconnectMs } from '@goalpost/contract/chat/limits';
import type { Wire, WireEvents } from '@goalpost/contract/chat/polling';
import type { ConnectionState } from './client/state.ts';

export interface LineOptions {
  /** Opens a new connection. */
  connect(events: WireEvents): Wire;
  onEvent(event: OperatorEvent): void;
  onState(state: ConnectionState): void;
  /** 0 to 1, to spread returns over time. */
  random?: () => number;
}

export interface Line {
  /** @returns false: there is no connection now */
  send(frame: OperatorFrame): boolean;
  /** The network or the tab has come back: makes sure that the line lives, at once. */
  wake(): void;
  close(): void;
}

/** Signed out, or the right was taken away: coming back is no use. */
const DENIED = new Set([4401, 4403]);
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const ANSWER_MS = 10_000;

export const waitBefore = (attempt: number, random: number): number =>
  reconnectMs(attempt, FIRST_WAIT_MS, LONGEST_WAIT_MS, random);

export function createLine({ connect, onEvent, onState, random = Math.random }: LineOptions): Line {
  let wire: Wire | null = null;
  /** Counts connections: what an earlier one still says is ignored. */
  let turn = 0;
  let attempt = 0;
  let closed = false;
  let welcomed = false;
  let refused = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    clearTimeout(waiting);
    waiting = undefined;
    refused = false;
    onState('connecting');
    welcomed = false;
    // Also the first answer may never come.
    expectAnswer();
    const mine = ++turn;
    const current = (act: () => void): void => {
      if (turn === mine) act();
    };
    wire = connect({
      opened: () => current(() => write({ type: 'hello', version: CHAT_VERSION })),
      said: (text) => current(() => take(text)),
      closed: (code) => current(() => lost(DENIED.has(code))),
    });
  }

  function take(text: string): void {
    clearTimeout(deadline);
    deadline = undefined;
    const event = read(text);
    if (event === null) return;
    if (event.type === 'welcome') {
      welcomed = true;
      attempt = 0;
      clearInterval(beat);
      beat = setInterval(ask, HEARTBEAT_SECONDS * 1_000);
    }
    onEvent(event);
  }

  function write(frame: OperatorFrame): void {
    wire?.send(JSON.stringify(frame));
  }

  function ask(): void {
    write({ type: 'ping' });
    expectAnswer();
  }

  function expectAnswer(): void {
    deadline ??= setTimeout(() => {
      deadline = undefined;
      const dead = wire;
      lost(false);
      dead?.close();
    }, ANSWER_MS);
  }

  function drop(): void {
    turn++;
    wire = null;
    welcomed = false;
    clearInterval(beat);
    clearTimeout(deadline);
    deadline = undefined;
  }

  function lost(denied: boolean): void {
    drop();
    if (closed) return;
    refused = denied;
    if (denied) return onState('denied');
    onState('waiting');
    waiting = setTimeout(open, waitBefore(attempt, random()));
    attempt++;
  }

  open();
  return {
    send: (frame) => {
      if (!welcomed) return false;
      write(frame);
      return true;
    },
    wake: () => {
      if (closed) return;
      if (waiting !== undefined || refused) open();
      else if (welcomed && deadline === undefined) ask();
    },
    close: () => {
      closed = true;
      clearTimeout(waiting);
      const last = wire;
      drop();
      last?.close();
    },
  };
}

function read(text: string): OperatorEvent | null {
  try {
    const event = JSON.parse(text) as OperatorEvent | null;
    return typeof event === 'object' && event !== null ? event : null;
  } catch {
    return null;
  }
}

/** A WebSocket of the browser. */
export function openWire(address: URL, events: WireEvents): Wire {
  const socket = new WebSocket(address);
  socket.addEventListener('open', () => events.opened());
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') events.said(data);
  });
  socket.addEventListener('close', ({ code }) => events.closed(code));
  return socket;
}
