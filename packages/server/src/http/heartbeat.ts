/** Finds sockets whose other end is gone without a word: one timer for all, a part of them at each tick. */
import type { WebSocket } from 'ws';

export interface Heartbeat {
  add(socket: WebSocket): void;
  remove(socket: WebSocket): void;
  stop(): void;
}

/** Each socket is asked once in so many ticks; one that has not answered by the next time is cut off. */
const SLOTS = 30;
const TICK_MS = 1_000;

export function createHeartbeat(): Heartbeat {
  const slots = Array.from({ length: SLOTS }, () => new Set<WebSocket>());
  const slotOf = new WeakMap<WebSocket, Set<WebSocket>>();
  const silent = new WeakSet<WebSocket>();
  let tick = 0;
  let next = 0;

  const timer = setInterval(() => {
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
