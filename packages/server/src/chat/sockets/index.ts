/** The two kinds of connection, as routes that something else serves. */
import { OperatorFrame, VisitorFrame } from '@goalpost/contract';
import type { ChatCore } from '../core.ts';
import { OperatorConnection } from './operator-connection.ts';
import type { SocketRoute } from './socket.ts';
import { VisitorConnection } from './visitor-connection.ts';

export { PEOPLE_PAGE, pagesOf } from './operator-welcome.ts';
export { CLOSE, type Connection, type Socket, type SocketRequest, type SocketRoute } from './socket.ts';
export type { BucketLimits } from '../../kit/limits/token-bucket.ts';
export { FRAME_LIMITS, OPERATOR_LIMITS } from './frame-limits.ts';

export function socketRoutes(core: ChatCore): SocketRoute[] {
  return [
    {
      url: '/chat/v1/visitor/:counterId',
      frames: typesOf(VisitorFrame),
      connect: (socket, request) => new VisitorConnection(core, socket, request),
    },
    {
      url: '/chat/v1/operator',
      frames: typesOf(OperatorFrame),
      connect: (socket, request) => new OperatorConnection(core, socket, request),
    },
  ];
}

function typesOf(frames: {
  readonly options: readonly { readonly shape: { readonly type: { readonly value: string } } }[];
}): string[] {
  return frames.options.map(({ shape }) => shape.type.value);
}
