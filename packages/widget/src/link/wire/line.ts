/**
 * One connection to the server: comes again by itself, notices when it is dead, wakes with the tab. Where no socket
 * gets through, plain requests carry it, until a socket does [C93, C97].
 */
import type { VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { HEARTBEAT_SECONDS } from '@goalpost/contract/chat/limits';
import type { Wire, WireEvents } from '@goalpost/contract/chat/polling';
import { chance } from '../../shared/chance.ts';
import { guard } from '../../shared/guard.ts';
import { fromJson, toJson } from '../../shared/json.ts';
import type { Memory } from '../keep/memory.ts';
import { waitMs } from './backoff.ts';

export interface Line {
  /** @returns false where there is no connection that has been welcomed */
  send(frame: VisitorFrame): boolean;
  /** The visitor waits for it now: without a connection, the next try is made at once. */
  hurry(): void;
  /** An answer is overdue: is the connection alive? */
  doubt(): void;
  /** Says hello again, on a new connection. */
  again(): void;
  close(): void;
}

type OpenWire = (events: WireEvents) => Wire;

export interface LineDeps {
  /** A socket, and what takes over where none gets through; either may throw. */
  readonly ways: readonly [OpenWire, OpenWire];
  readonly memory: Pick<Memory, 'read' | 'write'>;
  hello(): VisitorFrame;
  take(event: VisitorEvent): void;
  /** Whether the visitor looks at the chat, or has something to send. */
  isAwaited(): boolean;
  /** Whether frames can be sent now. */
  changed(open: boolean): void;
}

/** Codes by which the server says that there is nothing to come again for: `CLOSE` of its sockets. */
const FINAL = [1008, 4401, 4404];
/** An answer that takes longer will not come. */
const PATIENCE_MS = 8_000;
/** The same when the visitor has just come back to the page. */
const WAKING_MS = 2_500;
/** A socket that has not been welcomed by then may be one that a proxy swallows. */
const SOCKET_MS = 4_000;
/** One that ends sooner, or falls silent, twice in a row, does as well. */
const BRIEF_MS = 5_000;
const MOST_POOR = 2;
/** How long plain requests go on before a socket is tried beside them [C97]. */
const RETURN_MS = 600_000;
/** The server ends, or has no room now: whatever carried that works. */
const SERVER_CODES = [1001, 1013];
/** After such a silence there is nothing to be asked: even the slowest heartbeat of a hidden tab is faster. */
const DEAD_MS = 120_000;

export const openLine = ({ ways, memory, hello, take, isAwaited, changed }: LineDeps): Line => {
  let wire: Wire | undefined;
  /** A socket that is tried while plain requests carry everything. */
  let beside: Wire | undefined;
  /** Counts connections: what an earlier one still says is ignored. */
  let turn = 0;
  /** When a socket was last seen not to get through, in this tab. */
  let blockedAt = Number(memory.read('blocked')) || 0;
  let way: 0 | 1 = blockedAt ? 1 : 0;
  /** Whether it has said that it is open: a page's wrapper may tell its state otherwise, or not at all. */
  let hasOpened = false;
  let hasHeard = false;
  let welcomedAt = 0;
  let poor = 0;
  let failures = 0;
  let isOpen = false;
  let isOver = false;
  let heardAt = 0;
  let wokeAt = 0;
  let retry: number | undefined;
  let beat: number | undefined;
  let watch: number | undefined;
  let returning: number | undefined;

  const setOpen = (open: boolean): void => {
    if (isOpen === open) return;
    isOpen = open;
    changed(open);
  };
  const say = (frame: VisitorFrame): boolean => {
    const text = toJson(frame);
    if (text === undefined || !wire || !hasOpened) return false;
    return (
      guard((one: Wire) => {
        one.send(text);
        return true;
      })(wire) === true
    );
  };
  const end = (one: Wire | undefined): void => {
    if (one) guard(() => one.close())();
  };
  const drop = (): void => {
    clearTimeout(beat);
    clearTimeout(watch);
    clearTimeout(retry);
    retry = undefined;
    clearTimeout(returning);
    turn++;
    hasOpened = false;
    end(beside);
    end(wire);
    wire = beside = undefined;
    setOpen(false);
  };
  /** Whether it is to be tried the other way: nothing gets through on this one, or not for long. */
  const isUseless = (code: number): boolean => {
    if (!hasHeard) return !SERVER_CODES.includes(code);
    const isPoor = !SERVER_CODES.includes(code) && (!code || Date.now() - welcomedAt < BRIEF_MS);
    if (!isPoor || way === 1) return false;
    return ++poor >= MOST_POOR;
  };

  const lost = guard((code: number): void => {
    drop();
    if (FINAL.includes(code)) isOver = true;
    if (isOver) return;
    if (isUseless(code)) {
      poor = 0;
      way = way === 0 ? 1 : 0;
      if (way === 1) return connect();
    }
    // What a sleeping tab has lost it hears of when it wakes.
    const isWaking = Date.now() - wokeAt < WAKING_MS * 2;
    wokeAt = 0;
    if (isWaking) connect();
    else retry = setTimeout(connect, waitMs(failures++, document.hidden, isAwaited(), chance()));
  });
  /** A connection may be dead without a close event: after sleep, behind a proxy. */
  const ping = guard((patience: number): void => {
    clearTimeout(beat);
    clearTimeout(watch);
    if (Date.now() - heardAt > DEAD_MS) return connect();
    if (!say({ type: 'ping' })) return;
    watch = setTimeout(() => lost(0), patience);
  });
  const restBeat = (): void => {
    clearTimeout(watch);
    clearTimeout(beat);
    heardAt = Date.now();
    beat = setTimeout(() => ping(PATIENCE_MS), HEARTBEAT_SECONDS * 1_000);
  };

  /** @param isBeside it takes the place of the one that there is when it has been welcomed */
  const open = (which: 0 | 1, isBeside: boolean): Wire | undefined => {
    let mine = isBeside ? 0 : turn;
    const isMine = (): boolean => mine === turn;
    const one = guard(() =>
      ways[which]({
        opened: () => {
          if (isBeside) return guard(() => one?.send(toJson(hello()) ?? ''))();
          if (!isMine() || hasOpened) return;
          hasOpened = true;
          say(hello());
        },
        said: (text) => {
          const event = fromJson(text) as VisitorEvent | undefined;
          if (!event) return;
          if (one && one === beside && event.type === 'welcome') {
            mine = ++turn;
            end(wire);
            wire = one;
            beside = undefined;
            way = 0;
            // What was on its way goes again.
            isOpen = false;
          }
          if (!isMine()) return;
          heard(event);
        },
        closed: (code) => isMine() && lost(code),
      }),
    )();
    return one;
  };

  const heard = (event: VisitorEvent): void => {
    const now = turn;
    hasHeard = true;
    restBeat();
    if (isOpen && heardAt - welcomedAt > BRIEF_MS) poor = 0;
    if (event.type !== 'welcome') return take(event);
    failures = 0;
    welcomedAt = heardAt;
    remember();
    take(event);
    // What `take` has heard may have made it say hello again.
    if (now === turn) setOpen(true);
  };

  /** The next page of this tab begins with what works, and a socket is tried again when its time has come. */
  const remember = (): void => {
    clearTimeout(returning);
    if (way === 0) blockedAt = 0;
    else blockedAt ||= heardAt;
    memory.write('blocked', blockedAt || undefined);
    if (way === 1) returning = setTimeout(tryBetter, Math.max(0, blockedAt + RETURN_MS - heardAt));
  };

  const tryBetter = guard((): void => {
    if (!isOpen || way === 0 || beside) return;
    clearTimeout(returning);
    beside = open(0, true);
    const giveUp = guard(() => {
      end(beside);
      beside = undefined;
      blockedAt = 0;
      remember();
    });
    returning = setTimeout(giveUp, SOCKET_MS * 2);
  });

  const connect = guard((): void => {
    drop();
    if (isOver) return;
    hasHeard = false;
    const mine = turn;
    wire = open(way, false);
    // It is forbidden here, or broken: it may not be later.
    if (!wire) return lost(0);
    watch = setTimeout(
      guard(() => mine === turn && lost(0)),
      way === 0 ? SOCKET_MS : PATIENCE_MS * 2,
    );
  });

  /** The tab is looked at again, or the network is back. */
  const wake = guard((): void => {
    if (document.hidden || isOver) return;
    failures = 0;
    wokeAt = Date.now();
    if (isOpen) return ping(WAKING_MS);
    if (wire && !hasOpened) return;
    way = blockedAt ? 1 : 0;
    connect();
  });
  /** The browser knows of no network: no need to wait until that is noticed. */
  const cut = guard((): void => {
    // The next one may let a socket through: it is tried as soon as there is a welcome.
    if (blockedAt) blockedAt = 1;
    lost(1001);
  });
  const listeners = [
    [document, 'visibilitychange', wake],
    [document, 'resume', wake],
    [window, 'online', wake],
    // Another network may let a socket through.
    [window, 'online', tryBetter],
    [window, 'offline', cut],
    [window, 'pageshow', wake],
    // A page with a connection is not kept for the way back.
    [window, 'pagehide', guard(drop)],
  ] as const;
  for (const [at, type, run] of listeners) at.addEventListener(type, run);

  connect();
  return {
    send: (frame) => isOpen && say(frame),
    hurry: () => {
      if (retry !== undefined) connect();
    },
    doubt: () => ping(WAKING_MS),
    again: connect,
    close: () => {
      isOver = true;
      drop();
      for (const [at, type, run] of listeners) at.removeEventListener(type, run);
    },
  };
};
