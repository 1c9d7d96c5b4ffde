/** The chat connection of one page, as the widget keeps it. */
import type { VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { LiveSite } from './live-site.ts';
import type { Visitor } from './visits.ts';

export interface LiveTab {
  /** Whether an operator answers at this moment. */
  isOnline(): boolean;
  send(frame: VisitorFrame): void;
  close(): Promise<void>;
}

export interface TabPage {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** Resolves when the server has welcomed it. */
export async function openTab(
  { server, counterId, origin }: LiveSite,
  { id, language, device }: Visitor,
  page: TabPage,
  onEvent: (event: VisitorEvent) => void,
): Promise<LiveTab> {
  const url = `${server.replace(/^http/, 'ws')}/chat/v1/visitor/${counterId}`;
  const socket = new WebSocket(url, { headers: { 'user-agent': device.agent, origin } });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'open');
  socket.on('error', () => undefined);
  let online = false;
  const welcomed = Promise.withResolvers<void>();
  void closed.then(() => welcomed.reject(new Error('the chat of the demo shop ended the connection')));
  welcomed.promise.catch(() => undefined);
  socket.on('message', (data: Buffer) => {
    const event = JSON.parse(data.toString('utf8')) as VisitorEvent;
    if (event.type === 'welcome' || event.type === 'online') ({ online } = event);
    if (event.type === 'welcome') welcomed.resolve();
    onEvent(event);
  });
  const send = (frame: VisitorFrame): void => socket.send(JSON.stringify(frame));
  send({
    type: 'hello',
    version: 1,
    visitor: id,
    secret: null,
    page,
    language,
    phone: device.phone,
    lastSeq: 0,
    conversationId: null,
  });
  await welcomed.promise;
  return {
    isOnline: () => online,
    send,
    close: async () => {
      socket.close();
      await closed;
    },
  };
}
