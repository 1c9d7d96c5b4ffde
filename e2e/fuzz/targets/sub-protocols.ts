/** Below HTTP and WebSocket: bytes as they come, half requests, upgrades to anything, frames that break the rules. */
import { connect } from 'node:net';
import fc from 'fast-check';
import { brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import type { Outcome, Target, World } from '../target.ts';

const text = brokenText(500);
const bytes = fc.oneof(
  text.map((some) => Buffer.from(some)),
  fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some)),
);
const line = (counter: number) =>
  fc.oneof(
    fc.constantFrom(
      `GET /watch/${counter}?x=1 HTTP/1.1`,
      'GET /healthz HTTP/1.1',
      'POST /stat/v1/data HTTP/1.1',
      'GET / HTTP/0.9',
      'PRI * HTTP/2.0',
      'CONNECT a:1 HTTP/1.1',
      'OPTIONS * HTTP/1.1',
    ),
    text.map((path) => `GET ${path} HTTP/1.1`),
  );
const field = fc.oneof(
  fc.constantFrom(
    'Host: x',
    'Host: x',
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 99999999999',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: x',
    'Connection: upgrade',
    'Upgrade: websocket',
    'Upgrade: h2c',
    'Expect: 100-continue',
    'Sec-WebSocket-Key: x',
    'Sec-WebSocket-Version: 99',
    'Sec-WebSocket-Protocol: ,,',
  ),
  fc.tuple(text, text).map((pair) => pair.join(':')),
);
const request = (counter: number) =>
  fc
    .record({
      line: line(counter),
      fields: fc.array(field, { maxLength: 8 }),
      end: fc.constantFrom('\r\n\r\n', '\n\n', '\r\n', ''),
      body: bytes,
    })
    .map((one) =>
      Buffer.concat([Buffer.from(`${one.line}\r\n${one.fields.join('\r\n')}${one.end}`), one.body]),
    );

/** A right handshake, and then frames of any opcode, length and mask. */
const upgraded = (counter: number) =>
  fc
    .array(bytes, { maxLength: 5 })
    .map((frames) =>
      Buffer.concat([
        Buffer.from(
          `GET /chat/v1/visitor/${counter} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
            'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
        ),
        ...frames,
      ]),
    );

/** Half-closes, so that a server that keeps its connections well ends this one. */
function send({ port }: World, sent: Buffer): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let answer = '';
  const socket = connect(port, '127.0.0.1', () => socket.end(sent));
  socket.on('data', (some: Buffer) => {
    if (answer.length < 2_000) answer += some.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
    resolve({ status, verdict: /^x-goalpost: (.*)\r$/im.exec(answer)?.[1] ?? '', body: answer });
  });
  // A request that waits for its rest is let go by its sender.
  socket.setTimeout(2_000, () => socket.destroy());
  return promise;
}

export const subProtocols: Target = {
  name: 'sub-protocols',
  inputs: (world) =>
    fc.oneof(request(world.counter), upgraded(world.counter), bytes).map((sent) => ({
      said: JSON.stringify(sent.toString('latin1').slice(0, 2_000)),
      send: () => send(world, sent),
    })),
};
