import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROME, COUNTER, startTestCollection, type TestCollection } from '../test-collection.ts';

let running: TestCollection;
beforeAll(async () => {
  running = await startTestCollection();
});
afterAll(() => running.stop());

async function status(): Promise<number> {
  return (await fetch(`${running.url}/watch/${COUNTER}`, { headers: { 'user-agent': CHROME } })).status;
}

describe('what a client cannot do', () => {
  const odd: [string, string][] = [
    ['garbage for browser-info', `/watch/${COUNTER}?browser-info=%00%ff%%%:::t:u:u:&page-url=%zz`],
    ['raw quotes', `/watch/${COUNTER}?page-url=https://shop.example/"\\'`],
    [
      'keys of the prototype',
      `/watch/${COUNTER}?__proto__=1&constructor=2&site-info=%7B%22__proto__%22%3A%7B%7D%7D`,
    ],
    ['an address of many brackets', `/watch/${COUNTER}?site-info=${'%5B'.repeat(5_000)}`],
  ];
  it.each(odd)('upset the door with %s', async (_, path) => {
    const answer = await raw(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nUser-Agent: ${CHROME}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  it('get more than a refusal for a query of a megabyte', async () => {
    const answer = await raw(`GET /watch/${COUNTER}?x=${'a'.repeat(1_000_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(await status()).toBe(200);
  });

  it('leave the server waiting by hanging up in the middle of a body', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(running.url).port), '127.0.0.1', () => {
        socket.write(`POST /watch/${COUNTER} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc`, () =>
          socket.destroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect(await status()).toBe(200);
  });
});

/** Latin-1, as it goes over the wire. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1', () =>
      socket.write(text, 'latin1'),
    );
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
