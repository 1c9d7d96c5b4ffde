/** A WebSocket as a wire: the page may have wrapped it, or forbid it. */
import type { Wire, WireEvents } from '@goalpost/contract/chat/polling';
import { textOf } from '../../shared/globals.ts';
import { hear } from './hear.ts';

/** @throws where sockets are forbidden, or broken */
export const openSocketWire =
  (url: string) =>
  ({ opened, said, closed }: WireEvents): Wire => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'));
    hear(socket, 'open', opened);
    hear(socket, 'message', ({ data }) => said(textOf(data)));
    hear(socket, 'close', ({ code }) => closed(Number(code) || 0));
    return socket;
  };
