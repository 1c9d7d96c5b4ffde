/** For the tests of abuse of the chat: a server with a chat, accounts beside the owner's, and bare sockets. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { ChatMessage, ConversationView } from '@goalpost/contract/chat';
import { sql } from 'kysely';
import { pino } from 'pino';
import {
  attend,
  CHROME,
  connect as connectSocket,
  newKey,
  visit,
  visitorNumber,
  type Operator,
  type Visitor,
  type VisitorOptions,
} from '../../packages/server/test/chat-client.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { openRecords } from '../../packages/server/src/stores/records/open.ts';
import { type Api, createApi } from './api.ts';

export interface ChatStage extends AsyncDisposable {
  readonly server: TestServer;
  readonly url: string;
  readonly api: Api;
  /** A counter of the owner with the chat on. */
  readonly counter: number;
  /** Everything that was logged so far, JSON lines. */
  logged(): string;
  newCounter(settings?: Record<string, unknown>, chat?: Record<string, unknown>): Promise<number>;
  /** Another account, with a token that may write. */
  account(name: string): Promise<Account>;
  /** Null takes what was given away again. */
  grant(counterId: number, accountId: string, permission: 'view' | 'edit' | null): Promise<void>;
  removeAccount(accountId: string): Promise<void>;
  /** The owner's session. */
  cookie(): Promise<string>;
}

export interface Account {
  readonly id: string;
  readonly token: string;
  readonly api: Api;
}

/** @param environment settings of the server by the names of their variables */
export async function openChatStage(environment: Readonly<Record<string, string>> = {}): Promise<ChatStage> {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const databaseUrl = environment['GOALPOST_DATABASE_URL'] ?? null;
  const server = await startServer({ log, environment });
  const { url, dataDir } = server;
  const api = createApi(url, server.token);
  const records = await openRecords({ dataDir, databaseUrl });
  const newCounter: ChatStage['newCounter'] = async (settings = {}, chat = {}) => {
    const id = await api.createCounter(settings);
    const answer = await api.call('PUT', `/api/v1/counters/${id}/chat/settings`, {
      settings: { enabled: true, ...chat },
    });
    if (answer.status !== 200) throw new Error(`the chat is not on: ${JSON.stringify(answer.body)}`);
    return id;
  };
  return {
    server,
    url,
    api,
    counter: await newCounter(),
    newCounter,
    logged: () => lines.join(''),
    async account(name) {
      const [id, token, now] = [randomUUID(), randomBytes(24).toString('base64url'), new Date()];
      const verified = records.dialect === 'sqlite' ? 0 : false;
      const at = now.toISOString();
      await sql`INSERT INTO auth_user ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
        VALUES (${id}, ${name}, ${`${name}@secret-staff.example`}, ${verified}, ${at}, ${at})`.execute(
        records.db,
      );
      const hash = createHash('sha256').update(token).digest('hex');
      await records.db
        .insertInto('tokens')
        .values({ id: randomUUID(), account_id: id, name, hash, scope: 'write', created_at: Number(now) })
        .execute();
      return { id, token, api: createApi(url, token) };
    },
    async grant(counterId, accountId, permission) {
      await records.db
        .deleteFrom('grants')
        .where('counter_id', '=', counterId)
        .where('account_id', '=', accountId)
        .execute();
      if (permission === null) return;
      await records.db
        .insertInto('grants')
        .values({ counter_id: counterId, account_id: accountId, permission })
        .execute();
    },
    async removeAccount(accountId) {
      await sql`DELETE FROM auth_user WHERE "id" = ${accountId}`.execute(records.db);
    },
    async cookie() {
      const answer = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(server.owner),
      });
      return answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
    },
    async [Symbol.asyncDispose]() {
      await records.close();
      await server.close();
    },
  };
}

export interface Talk {
  readonly tab: Visitor;
  readonly visitor: string;
  readonly secret: string;
  readonly conversationId: string;
}

/** A visitor who has written. */
export async function talk(url: string, counterId: number, text = 'Hello'): Promise<Talk> {
  const { tab, visitor, secret } = await visit(url, counterId);
  return { tab, visitor, secret, conversationId: (await write(tab, text)).conversationId };
}

/** Resolves when the server has it. */
export async function write(tab: Visitor, text: string, key = newKey()) {
  tab.send({ type: 'message', key, text, fileId: null });
  return (await tab.next('stored', (event) => event.key === key)).message;
}

/** Resolves when everything sent before has been dealt with. */
export async function settled(side: Visitor | Operator): Promise<void> {
  (side as { send(frame: { type: 'ping' }): void }).send({ type: 'ping' });
  await (side as Visitor).next('pong');
}

/** Resolves when a message of a visitor is on an operator's screen. */
export async function roundTrip(talker: Talk, console: Operator): Promise<void> {
  const key = newKey();
  talker.tab.send({ type: 'message', key, text: `round trip ${key}`, fileId: null });
  await console.next('message', ({ message }) => message.key === key);
}

export interface Whole {
  readonly conversation: ConversationView;
  readonly messages: readonly ChatMessage[];
}

/** A conversation as the API gives it. */
export async function readWhole(
  { api }: ChatStage,
  counterId: number,
  conversationId: string,
): Promise<Whole> {
  const path = `/api/v1/counters/${counterId}/chat/conversations/${conversationId}`;
  return (await api.call<Whole>('GET', path)).body;
}

/** @returns the reason that a hello got instead of a welcome */
export async function turnedAway(url: string, counterId: number, options: VisitorOptions): Promise<string> {
  const { origin = 'https://shop.example', url: page = 'https://shop.example/' } = options;
  const { visitor = visitorNumber(), secret = null } = options;
  const tab: Visitor = await connectSocket(`${url}/chat/v1/visitor/${counterId}`, { origin });
  tab.sendText(helloText(visitor, secret, { page: { url: page, title: '', referrer: '' } }));
  const { reason } = await tab.next('refused');
  await tab.closed;
  return reason;
}

/** A socket below the library: what no client of the field would send. */
export interface BareSocket {
  readonly socket: Socket;
  /** Text that came so far, raw. */
  text(): string;
  /** A frame of RFC 6455, masked as a client's must be. */
  frame(first: number, payload: string | Buffer): void;
  readonly closed: Promise<void>;
}

export const TEXT = 0x81;
export const CONTINUATION_NOT_LAST = 0x00;
export const TEXT_NOT_LAST = 0x01;

export async function bareSocket(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<BareSocket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const parts: Buffer[] = [];
  const { promise: open, resolve: opened } = Promise.withResolvers<void>();
  const { promise: closed, resolve: ended } = Promise.withResolvers<void>();
  socket.on('data', (part: Buffer) => {
    parts.push(part);
    opened();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    opened();
    ended();
  });
  const all = {
    Host: host,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    Origin: 'https://shop.example',
    'User-Agent': CHROME,
    ...headers,
  };
  const fields = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${fields.join('')}\r\n`);
  await open;
  return {
    socket,
    text: () => Buffer.concat(parts).toString('latin1'),
    frame: (first, payload) => void socket.write(masked(first, Buffer.from(payload))),
    closed,
  };
}

function masked(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = first;
  head[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (length >= 65_536) head.writeBigUInt64BE(BigInt(length), 2);
  else if (length >= 126) head.writeUInt16BE(length, 2);
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

/** The frame `hello` as text. */
export function helloText(visitor: string, secret: string | null = null, more: object = {}): string {
  return JSON.stringify({
    type: 'hello',
    version: 1,
    visitor,
    secret,
    page: { url: 'https://shop.example/', title: 'Shop', referrer: '' },
    language: 'en',
    phone: false,
    lastSeq: 0,
    ...more,
  });
}

export { attend };
