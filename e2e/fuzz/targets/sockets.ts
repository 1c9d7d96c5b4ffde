/** Frames of both sockets of the chat: of the right types with broken parts, and of none. */
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { brokenJson, brokenLink, brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import type { Outcome, Target, World } from '../target.ts';

const text = brokenText(500);
const odd = fc.oneof(text, fc.constantFrom(null, 0, -1, 1e308, true, [], {}));
const page = fc.record(
  { url: fc.oneof(brokenLink, text), title: text, referrer: brokenLink },
  { requiredKeys: ['url', 'title', 'referrer'] },
);
const hello = fc.record({
  type: fc.constant('hello'),
  version: fc.constant(1),
  visitor: fc.oneof(fc.constant('1700000000123456789'), odd),
  secret: fc.oneof(fc.constant(null), text),
  page,
  language: fc.oneof(fc.constant('en'), text),
  phone: fc.boolean(),
  lastSeq: fc.oneof(fc.constant(0), odd),
});
const TYPES = [
  'page',
  'message',
  'typing',
  'read',
  'contact',
  'attributes',
  'event',
  'number',
  'ping',
  'close',
  'accept',
  'open',
  'assign',
  'invite',
  'history',
  'watch',
  'x',
];
const frame = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...TYPES), odd),
    counterId: fc.oneof(fc.constant(1), odd),
    conversationId: odd,
    key: fc.oneof(fc.constant('key-of-the-fuzzer'), text),
    text,
    page,
    seq: odd,
    fileId: fc.oneof(fc.constant(null), text),
    contact: fc.oneof(fc.record({ name: text, email: text, phone: text }), odd),
    personId: odd,
    sentAt: odd,
  },
  { requiredKeys: ['type'] },
);
const said = fc.oneof(
  { weight: 4, arbitrary: frame.map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: brokenJson },
  { weight: 1, arbitrary: text },
);
const polite = fc.constant(
  JSON.stringify({
    type: 'hello',
    version: 1,
    visitor: '1700000000123456789',
    secret: null,
    page: { url: 'https://shop.example/', title: '', referrer: '' },
    language: 'en',
    phone: false,
    lastSeq: 0,
  }),
);
const greeting = fc.oneof(
  { weight: 4, arbitrary: polite },
  { weight: 2, arbitrary: hello.map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: said },
);

/** Resolves when the server has answered a ping that follows the frames, or has closed the socket. */
function talk(url: string, frames: readonly string[], headers: Record<string, string>): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const socket = new WebSocket(url, { headers });
  const over = (status: number, body: string) => {
    resolve({ status, verdict: '', body });
    socket.close();
  };
  socket.addEventListener('open', () => {
    for (const one of frames) socket.send(one);
    socket.send('{"type":"ping"}');
  });
  socket.addEventListener('message', ({ data }) => {
    if (String(data).startsWith('{"type":"pong"')) over(200, '');
    // The same words as at HTTP: a bug of ours, which no one who sends is to blame for.
    else if (String(data).includes('"unavailable"')) over(500, String(data));
  });
  socket.addEventListener('close', ({ reason }) => over(reason === 'unavailable' ? 500 : 200, reason));
  socket.addEventListener('error', () => over(0, ''));
  return promise;
}

const OPERATOR = 'chat/v1/operator';

const inputs = ({ port, counter, token }: World) => {
  const places = [`chat/v1/visitor/${counter}`, OPERATOR];
  return fc
    .record({ place: fc.constantFrom(...places), greeting, frames: fc.array(said, { maxLength: 6 }) })
    .map(({ place, greeting: first, frames }) => ({
      said: `${place} ${JSON.stringify([first, ...frames]).slice(0, 4_000)}`,
      send: () =>
        talk(
          `ws://127.0.0.1:${port}/${place}`,
          [first, ...frames].map((one) => one.toWellFormed()),
          place === OPERATOR ? { authorization: `OAuth ${token}` } : {},
        ),
    }));
};

export const sockets: Target = { name: 'sockets', inputs };
