/** One connection to the server: comes again by itself, notices when it is dead, wakes with the tab. */
import type { VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { HEARTBEAT_SECONDS } from '@goalpost/contract/chat/limits';
import { textOf } from '../../shared/globals.ts';
import { guard } from '../../shared/guard.ts';
import { fromJson, toJson } from '../../shared/json.ts';
import { hear } from './hear.ts';
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

export interface LineDeps {
  readonly url: string;
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
/** After such a silence there is nothing to be asked: even the slowest heartbeat of a hidden tab is faster. */
const DEAD_MS = 120_000;

export const openLine = ({ url, hello, take, isAwaited, changed }: LineDeps): Line => {
  let socket: WebSocket | undefined;
  /** Whether it has said that it is open: a page's wrapper may tell its state otherwise, or not at all. */
  let hasOpened = false;
  let failures = 0;
  let isOpen = false;
  let isOver = false;
  let heardAt = 0;
  let wokeAt = 0;
  let retry: number | undefined;
  let beat: number | undefined;
  let watch: number | undefined;

  const setOpen = (open: boolean): void => {
    if (isOpen === open) return;
    isOpen = open;
    changed(open);
  };
  const say = (frame: VisitorFrame): boolean => {
    const text = toJson(frame);
    if (text === undefined || !socket || !hasOpened) return false;
    return (
      guard((one: WebSocket) => {
        one.send(text);
        return true;
      })(socket) === true
    );
  };
  const drop = (): void => {
    clearTimeout(beat);
    clearTimeout(watch);
    clearTimeout(retry);
    retry = undefined;
    const old = socket;
    socket = undefined;
    hasOpened = false;
    if (old) guard(() => old.close())();
    setOpen(false);
  };
  const lost = (code: number): void => {
    drop();
    if (FINAL.includes(code)) isOver = true;
    if (isOver) return;
    // What a sleeping tab has lost it hears of when it wakes.
    const isWaking = Date.now() - wokeAt < WAKING_MS * 2;
    wokeAt = 0;
    if (isWaking) connect();
    else retry = setTimeout(connect, waitMs(failures++, document.hidden, isAwaited(), Math.random()));
  };
  /** A connection may be dead without a close event: after sleep, behind a proxy. */
  const ping = (patience: number): void => {
    clearTimeout(beat);
    clearTimeout(watch);
    if (Date.now() - heardAt > DEAD_MS) return connect();
    if (!say({ type: 'ping' })) return;
    watch = setTimeout(() => lost(0), patience);
  };
  const restBeat = (): void => {
    clearTimeout(watch);
    clearTimeout(beat);
    heardAt = Date.now();
    beat = setTimeout(() => ping(PATIENCE_MS), HEARTBEAT_SECONDS * 1_000);
  };

  const connect = guard((): void => {
    drop();
    if (isOver) return;
    const mine = (socket = guard(() => new WebSocket(url))());
    // Sockets are forbidden here, or broken: they may not be later.
    if (!mine) return lost(0);
    watch = setTimeout(() => mine === socket && lost(0), PATIENCE_MS * 2);
    hear(mine, 'open', () => {
      if (mine !== socket || hasOpened) return;
      hasOpened = true;
      say(hello());
    });
    hear(mine, 'close', ({ code }) => mine === socket && lost(Number(code) || 0));
    hear(mine, 'message', ({ data }) => {
      if (mine !== socket) return;
      const event = fromJson(textOf(data)) as VisitorEvent | undefined;
      if (!event) return;
      restBeat();
      if (event.type === 'welcome') {
        failures = 0;
        take(event);
        // What `take` has heard may have made it say hello again.
        if (mine === socket) setOpen(true);
      } else take(event);
    });
  });

  /** The tab is looked at again, or the network is back. */
  const wake = (): void => {
    if (document.hidden || isOver) return;
    failures = 0;
    wokeAt = Date.now();
    if (isOpen) ping(WAKING_MS);
    else if (!socket || hasOpened) connect();
  };
  const sleep = (): void => drop();
  /** The browser knows of no network: no need to wait until that is noticed. */
  const cut = (): void => lost(0);
  document.addEventListener('visibilitychange', wake);
  document.addEventListener('resume', wake);
  addEventListener('online', wake);
  addEventListener('offline', cut);
  addEventListener('pageshow', wake);
  // A page with a connection is not kept for the way back.
  addEventListener('pagehide', sleep);

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
      document.removeEventListener('visibilitychange', wake);
      document.removeEventListener('resume', wake);
      removeEventListener('online', wake);
      removeEventListener('offline', cut);
      removeEventListener('pageshow', wake);
      removeEventListener('pagehide', sleep);
    },
  };
};
