/**
 * Visitors who are connected, some of whom talk with operators. Prints one JSON line when all are connected,
 * then waits for a line on standard input, talks, and prints another.
 * Arguments: port, counter, token, connected, talking, operators, seconds, pages that are changed in a second.
 */
import { once } from 'node:events';
import type { OperatorEvent, VisitorEvent } from '@goalpost/contract/chat';
import { WebSocket } from 'ws';

export interface ChatLoadResult {
  readonly messages: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly unanswered: number;
}

const [portText = '', counterText = '', token = '', ...numbers] = process.argv.slice(2);
const [connected = 0, talking = 0, operators = 0, seconds = 0, moves = 0] = numbers.map(Number);
const address = `ws://127.0.0.1:${portText}/chat/v1`;
const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
/** Handshakes under way at once. */
const AT_ONCE = 50;

const sentAt = new Map<string, number>();
const latencies: number[] = [];
/** How many operators have a message. */
const seen = new Map<string, number>();
let serial = 0;

function arrived(key: string): void {
  const since = sentAt.get(key);
  if (since === undefined) return;
  sentAt.delete(key);
  latencies.push(performance.now() - since);
}

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame));
}

function say(socket: WebSocket, about: object): void {
  const key = `bench-${++serial}-key`;
  sentAt.set(key, performance.now());
  send(socket, { type: 'message', key, text: 'Is this still in stock?', fileId: null, ...about });
}

async function visitor(index: number): Promise<WebSocket> {
  const socket = new WebSocket(`${address}/visitor/${counterText}`, {
    headers: { 'user-agent': AGENT, origin: 'https://shop.example' },
    perMessageDeflate: false,
  });
  await once(socket, 'open');
  send(socket, {
    type: 'hello',
    version: 1,
    visitor: String(17_000_000_000_000_000n + BigInt(index)),
    secret: null,
    page: {
      url: `https://shop.example/catalogue/${index % 200}?utm_source=google&utm_medium=cpc&utm_campaign=autumn`,
      title: 'Boots and shoes for every weather — Shop',
      referrer: 'https://www.google.com/',
    },
    language: 'en-GB',
    phone: false,
    lastSeq: 0,
  });
  await once(socket, 'message');
  socket.on('message', (data: Buffer) => {
    if (index >= talking) return;
    const event = JSON.parse(data.toString('utf8')) as VisitorEvent;
    if (event.type === 'message') arrived(event.message.key);
  });
  return socket;
}

async function operator(index: number): Promise<WebSocket> {
  const socket = new WebSocket(`${address}/operator`, {
    perMessageDeflate: false,
    headers: { authorization: `OAuth ${token}` },
  });
  await once(socket, 'open');
  send(socket, { type: 'hello', version: 1 });
  socket.on('message', (data: Buffer) => {
    const event = JSON.parse(data.toString('utf8')) as OperatorEvent;
    if (event.type === 'refused') throw new Error(`refused: ${event.reason}`);
    if (event.type !== 'message' || event.message.kind !== 'visitor') return;
    // All consoles see it; it has arrived when the last of them has.
    const { conversationId, key } = event.message;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) === operators) arrived(key);
    if (conversationId.charCodeAt(0) % operators === index) say(socket, { conversationId });
  });
  return socket;
}

function move(): void {
  const socket = visitors[Math.floor(Math.random() * visitors.length)];
  const url = `https://shop.example/boots/${++serial}`;
  if (socket !== undefined)
    send(socket, {
      type: 'page',
      page: { url, title: `Boots ${serial}`, referrer: 'https://shop.example/' },
    });
}

const staff: WebSocket[] = [];
for (let index = 0; index < operators; index++) staff.push(await operator(index));
const visitors: WebSocket[] = [];
while (visitors.length < connected) {
  const from = visitors.length;
  const some = Math.min(AT_ONCE, connected - from);
  visitors.push(...(await Promise.all(Array.from({ length: some }, (_, index) => visitor(from + index)))));
}
process.stdout.write('{"connected":true}\n');
await once(process.stdin, 'data');

const startedAt = performance.now();
for (let index = 0; index < talking; index++) {
  const socket = visitors[index];
  if (socket === undefined) continue;
  // Not all in the same moment of each second.
  setTimeout(() => setInterval(() => say(socket, {}), 1_000).unref(), (index / talking) * 1_000);
}
for (let count = 0; count < moves; count++) setInterval(move, 1_000).unref();
while (performance.now() - startedAt < seconds * 1_000) await new Promise((next) => setTimeout(next, 100));
const taken = latencies.toSorted((one, other) => one - other);
const at = (share: number) =>
  Number((taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0).toFixed(2));
const result: ChatLoadResult = {
  messages: taken.length,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  maxMs: at(1),
  unanswered: [...sentAt.values()].filter((since) => performance.now() - since > 1_000).length,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
