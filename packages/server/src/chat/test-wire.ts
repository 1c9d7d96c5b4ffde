/** For tests: a socket whose frames wait, in both directions, until they are let through by hand. */
import type { Connection, Socket, SocketRequest, SocketRoute } from './sockets/index.ts';

export interface TestWire<E> {
  /** Frames on their way to the server. */
  readonly up: string[];
  /** Frames on their way to the client. */
  readonly down: string[];
  /** What arrived at the client. */
  readonly received: E[];
  /** Null while it is open. */
  closedWith(): number | null;
  /** @param bytes that a slow reader has not taken */
  setBuffered(bytes: number): void;
  send(frame: object): void;
  /** Lets some through; all if no number is given. */
  deliverUp(count?: number): void;
  deliverDown(count?: number): void;
  /** The network breaks: what is on its way is lost. */
  cut(): void;
  /** The server is killed: it does not even see the connection end. */
  kill(): void;
}

export function openWire<E>(
  route: SocketRoute,
  request: Partial<SocketRequest> & Pick<SocketRequest, 'params'>,
  onArrival: (event: E) => void = () => undefined,
): TestWire<E> {
  let code: number | null = null;
  let buffered = 0;
  const up: string[] = [];
  const down: string[] = [];
  const received: E[] = [];
  const socket: Socket = {
    send: (text) => void down.push(text),
    close: (closeCode) => void (code ??= closeCode),
    get bufferedAmount() {
      return buffered;
    },
  };
  const connection: Connection = route.connect(socket, {
    origin: 'https://shop.example',
    agent: '',
    address: '127.0.0.1',
    caller: async () => null,
    ...request,
  });
  function lose(): void {
    code ??= 1006;
    up.length = 0;
    down.length = 0;
  }
  return {
    setBuffered: (bytes) => void (buffered = bytes),
    up,
    down,
    received,
    closedWith: () => code,
    send: (frame) => void up.push(JSON.stringify(frame)),
    deliverUp(count = up.length) {
      for (const text of up.splice(0, count)) if (code === null) connection.frame(text);
    },
    deliverDown(count = down.length) {
      for (const text of down.splice(0, count)) {
        const event = JSON.parse(text) as E;
        received.push(event);
        onArrival(event);
      }
    },
    cut() {
      if (code === null) connection.gone();
      lose();
    },
    kill: lose,
  };
}

/** Lets everything that is ready to run, run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** The first frame of a visitor's tab. */
export const HELLO = {
  type: 'hello',
  version: 1,
  visitor: '17000000777',
  secret: null,
  page: { url: 'https://shop.example/', title: 'Shop', referrer: '' },
  language: 'en',
  phone: false,
  lastSeq: 0,
};
