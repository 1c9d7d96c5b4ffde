/** For tests: a visitor's widget and an operator's console, as bare sockets that remember what they were told. */
import type { OperatorEvent, OperatorFrame, VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { WebSocket } from 'ws';
import { eventually } from './eventually.ts';

type Of<E extends { readonly type: string }, T extends E['type']> = Extract<E, { readonly type: T }>;

export interface TestSocket<F, E extends { readonly type: string }> {
  readonly events: readonly E[];
  send(frame: F): void;
  sendText(text: string): void;
  /** The next event of a type that fits, also one that came already and was not taken. */
  next<T extends E['type']>(type: T, fits?: (event: Of<E, T>) => boolean): Promise<Of<E, T>>;
  /** Resolves with the code it was closed with. */
  readonly closed: Promise<number>;
  close(): Promise<void>;
}

export async function connect<F, E extends { readonly type: string }>(
  url: string,
  headers: Record<string, string> = {},
): Promise<TestSocket<F, E>> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers });
  const events: E[] = [];
  const taken = new Set<E>();
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    events.push(JSON.parse(data.toString('utf8')) as E);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return {
    events,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendText: (text) => socket.send(text),
    next: (type, fits = () => true) =>
      eventually(
        waiting,
        () => {
          const found = events.find(
            (event) => event.type === type && !taken.has(event) && fits(event as Of<E, typeof type>),
          );
          if (found !== undefined) taken.add(found);
          return found as Of<E, typeof type> | undefined;
        },
        () => `no "${type}" came; these did: ${JSON.stringify(events).slice(0, 2_000)}`,
      ),
    async close() {
      socket.close();
      await closed;
    },
  };
}

export type Visitor = TestSocket<VisitorFrame, VisitorEvent>;
export type Operator = TestSocket<OperatorFrame, OperatorEvent>;

export interface VisitorOptions {
  readonly visitor?: string;
  readonly secret?: string | null;
  readonly url?: string;
  readonly referrer?: string;
  readonly phone?: boolean;
  readonly lastSeq?: number;
  readonly conversationId?: string | null;
  readonly origin?: string;
  /** An ordinary browser's if not given. */
  readonly agent?: string;
}

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

let serial = 100_000_000;
export function visitorNumber(): string {
  serial++;
  return `${Math.floor(Date.now() / 1000)}${serial}`;
}

/** A tab that has said hello and was welcomed. */
export async function visit(
  url: string,
  counterId: number,
  options: VisitorOptions = {},
): Promise<{ tab: Visitor; visitor: string; welcome: Of<VisitorEvent, 'welcome'>; secret: string }> {
  const { visitor = visitorNumber(), secret = null, phone = false, lastSeq = 0 } = options;
  const tab: Visitor = await connect(`${url}/chat/v1/visitor/${counterId}`, {
    'user-agent': options.agent ?? CHROME,
    origin: options.origin ?? 'https://shop.example',
  });
  tab.send({
    type: 'hello',
    version: 1,
    visitor,
    secret,
    page: {
      url: options.url ?? 'https://shop.example/',
      title: 'Shop',
      referrer: options.referrer ?? '',
    },
    language: 'en-GB',
    phone,
    lastSeq,
    conversationId: options.conversationId ?? null,
  });
  const welcome = await tab.next('welcome');
  return { tab, visitor, welcome, secret: welcome.secret ?? secret ?? '' };
}

/** A console that has said hello and was welcomed. */
export async function attend(url: string, token: string) {
  const console: Operator = await connect(`${url}/chat/v1/operator`, { authorization: `OAuth ${token}` });
  console.send({ type: 'hello', version: 1 });
  return { console, welcome: await console.next('welcome') };
}

/** Resolves when no one answers on the counter any more: who left is waited for, for a moment [C47]. */
export async function untilOffline(url: string, counterId: number): Promise<void> {
  const { tab, welcome } = await visit(url, counterId);
  if (welcome.online) await tab.next('online', ({ online }) => !online);
  await tab.close();
}

let keys = 0;
export function newKey(): string {
  keys++;
  return `key-${process.pid}-${String(keys).padStart(6, '0')}`;
}
