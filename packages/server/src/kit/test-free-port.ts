/** For tests: a free port of this machine, which stays so until it is taken. */
import { createServer } from 'node:net';

/** Below what systems give out by themselves: else a client elsewhere may have it while a server starts again. */
const [FIRST, COUNT] = [12_000, 20_000] as const;

const places = { next: (process.pid * 131) % COUNT };

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < COUNT; tries++) {
    places.next = (places.next + 1) % COUNT;
    const port = FIRST + places.next;
    if (await isFree(port)) return port;
  }
  throw new Error('no port is free');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
