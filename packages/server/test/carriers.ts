/** For tests: both ways that a client's connection with the chat is carried, behind the client's own port. */
import { randomUUID } from 'node:crypto';
import { openPolling, type Wire, type WireEvents } from '@goalpost/contract/chat/polling';
import { WebSocket } from 'ws';

/** @param url of the socket, as `http` */
export type Carrier = (url: string, headers: Record<string, string>, events: WireEvents) => Wire;

export const overSocket: Carrier = (url, headers, { opened, said, closed }) => {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers });
  socket.on('open', opened);
  socket.on('message', (data: Buffer) => said(data.toString('utf8')));
  socket.on('close', (code) => closed(code));
  socket.on('error', () => undefined);
  return socket;
};

export const overRequests: Carrier = (url, headers, events) => {
  const address = new URL(url);
  address.pathname += '/poll';
  return openPolling(
    {
      async post(body) {
        const answer = await fetch(address, { method: 'POST', body, headers });
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        return answer.text();
      },
      newId: randomUUID,
      isHidden: () => false,
      later: (ms, task) => setTimeout(task, ms).unref(),
      toText: JSON.stringify,
      read: JSON.parse,
    },
    events,
  );
};
