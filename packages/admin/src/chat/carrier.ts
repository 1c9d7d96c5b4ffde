/** What carries the console's connection: a socket, or plain requests where no socket gets through [C93]. */
import { openPolling, type Wire, type WireEvents } from '@goalpost/contract/chat/polling';
import { openWire } from './socket.ts';

type Open = (events: WireEvents) => Wire;

/** A socket that has said nothing by then may be one that a proxy swallows. */
const SILENT_MS = 4_000;
/** The server ends, or has no room now: whatever carried that works. */
const SERVER_CODES = [1001, 1013];
/** It has turned the console away: no other way would do. */
const FINAL_CODES = [1008, 4401, 4403];

/** Each new connection begins with what worked last; where that fails, the next begins with a socket. */
export function createCarrier(ways: { readonly socket: Open; readonly requests: Open }): Open {
  let isBlocked = false;

  const byRequests = (events: WireEvents): Wire => {
    isBlocked = false;
    return ways.requests({
      ...events,
      said: (text) => {
        isBlocked = true;
        events.said(text);
      },
    });
  };

  return (events) => {
    if (isBlocked) return byRequests(events);
    let hasGivenUp = false;
    const settled = (): void => clearTimeout(timer);
    const giveUp = (): void => {
      settled();
      hasGivenUp = true;
      wire = byRequests(events);
    };
    const timer = setTimeout(() => {
      const silent = wire;
      giveUp();
      silent.close();
    }, SILENT_MS);
    let hasSaid = false;
    let wire = ways.socket({
      opened: () => hasGivenUp || events.opened(),
      said: (text) => {
        if (hasGivenUp) return;
        settled();
        hasSaid = true;
        events.said(text);
      },
      closed: (code) => {
        if (hasGivenUp) return;
        if (!hasSaid && ![...SERVER_CODES, ...FINAL_CODES].includes(code)) return giveUp();
        settled();
        events.closed(code);
      },
    });
    return {
      send: (text) => wire.send(text),
      close: () => {
        settled();
        wire.close();
      },
    };
  };
}

/** @param address of the console's socket, as `http` */
export function consoleCarrier(address: URL): Open {
  const socket = new URL(address);
  socket.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return createCarrier({
    socket: (events) => openWire(socket, events),
    requests: (events) =>
      openPolling(
        {
          async post(body, isLast) {
            const answer = await fetch(`${address.pathname}/poll`, {
              method: 'POST',
              body,
              keepalive: isLast,
            });
            if (!answer.ok) throw new Error(`status ${answer.status}`);
            return answer.text();
          },
          newId: () => crypto.randomUUID(),
          isHidden: () => document.hidden,
          later: (ms, task) => setTimeout(task, ms),
          toText: JSON.stringify,
          read: JSON.parse,
        },
        events,
      ),
  });
}
