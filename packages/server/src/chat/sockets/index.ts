/** The two kinds of connection, as routes that something else serves. */
import { OperatorFrame, VisitorFrame } from '@goalpost/contract/chat';
import { OperatorConnection } from './operator-connection.ts';
import type { OperatorDeps } from './operator-console.ts';
import { CLOSE, type Connection, type Socket, type SocketRequest, type SocketRoute } from './socket.ts';
import { VisitorConnection } from './visitor-connection.ts';
import type { VisitorDeps } from './visitor-tab.ts';

export { pagesOf } from './operator-welcome.ts';
export { type Connection, type Socket, type SocketRequest, type SocketRoute } from './socket.ts';
export type { BucketLimits } from '../../kit/limits/token-bucket.ts';
export { FRAME_LIMITS, OPERATOR_LIMITS } from './frames.ts';

export function socketRoutes(deps: VisitorDeps & OperatorDeps): SocketRoute[] {
  return [
    {
      url: '/chat/v1/visitor/:counterId',
      frames: typesOf(VisitorFrame),
      connect: bounded(deps, 'sockets', (...given) => new VisitorConnection(deps, ...given)),
    },
    {
      url: '/chat/v1/operator',
      frames: typesOf(OperatorFrame),
      connect: bounded(deps, 'consoles', (...given) => new OperatorConnection(deps, ...given)),
    },
  ];
}

function typesOf(frames: {
  readonly options: readonly { readonly shape: { readonly type: { readonly value: string } } }[];
}): string[] {
  return frames.options.map(({ shape }) => shape.type.value);
}

type Connect = (socket: Socket, request: SocketRequest) => Connection;

/** Before the client is asked anything: a network has so many at once [C77]. */
function bounded(
  { networks }: Pick<VisitorDeps, 'networks'>,
  what: 'sockets' | 'consoles',
  connect: Connect,
): Connect {
  return (socket, request) => {
    const leave = networks.enter(what, request.address);
    if (leave === null) {
      socket.send(JSON.stringify({ type: 'refused', reason: 'network_limit', key: null }));
      socket.close(CLOSE.tryAgain, 'network_limit');
      return { frame: (_text, done) => done?.(), gone: () => undefined };
    }
    const connection = connect(socket, request);
    return {
      frame: (text, done) => connection.frame(text, done),
      gone() {
        leave();
        connection.gone();
      },
    };
  };
}
