/**
 * Finds sockets whose other end is gone, with one timer for all of them. Of those
 * that do not read what they are sent, the worst are let go before what waits for them fills the memory.
 */
import type { WebSocket } from 'ws';
import { laggards, type Reader } from './slow-connections.ts';

interface Terminable extends Reader {
  terminate(): void;
}

export interface Heartbeat {
  add(socket: WebSocket): void;
  remove(socket: WebSocket): void;
  stop(): void;
}

/** Each socket is asked once in so many ticks; one that has not answered by the next time is cut off. */
const SLOTS = 30;
const TICK_MS = 1_000;
/** Bytes that may wait for all sockets together. */
const MOST_WAITING = 192 * 1024 * 1024;

/** @param others readers that are no sockets, and count for the same bound */
export function createHeartbeat(others: () => readonly Terminable[] = () => []): Heartbeat {
  const slots = Array.from({ length: SLOTS }, () => new Set<WebSocket>());
  const slotOf = new WeakMap<WebSocket, Set<WebSocket>>();
  const silent = new WeakSet<WebSocket>();
  let tick = 0;
  let next = 0;

  const timer = setInterval(() => {
    for (const socket of laggards<Terminable>(
      [...slots.flatMap((slot) => [...slot]), ...others()],
      MOST_WAITING,
    ))
      socket.terminate();
    tick = (tick + 1) % SLOTS;
    for (const socket of slots[tick] ?? []) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.ping();
    }
  }, TICK_MS).unref();

  function heard(this: WebSocket): void {
    silent.delete(this);
  }

  return {
    add(socket) {
      next = (next + 1) % SLOTS;
      const slot = slots[next];
      slot?.add(socket);
      if (slot !== undefined) slotOf.set(socket, slot);
      socket.on('pong', heard);
      socket.on('message', heard);
    },
    remove: (socket) => void slotOf.get(socket)?.delete(socket),
    stop: () => clearInterval(timer),
  };
}
