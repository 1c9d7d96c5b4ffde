/** A small server that speaks the chat's contract, with every step of it in the test's hand. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type {
  ChatMessage,
  RuleForPage,
  VisitorEvent,
  VisitorFrame,
  WidgetSettings,
} from '@goalpost/contract/chat';
import { buildWidget } from '@goalpost/widget/build';
import { eventually } from '../../packages/server/test/eventually.ts';

export const COUNTER = 77;

export type Frame<T extends VisitorFrame['type'] = VisitorFrame['type']> = Extract<VisitorFrame, { type: T }>;

export interface FakeServer {
  readonly url: string;
  /** Every frame but pings, in order of coming, of all tabs. */
  readonly frames: VisitorFrame[];
  /** Paths asked for over HTTP, in order. */
  readonly requests: string[];
  settings: WidgetSettings;
  online: boolean;
  /** Ids of the departments that answer. */
  departments: string[] | undefined;
  rules: RuleForPage[];
  /** As `welcome` tells it. */
  readByOperator: number;
  /** The goal that the next stored message makes. */
  nextEvent: string | null;
  /** Frames of this kind are read and not acted on. */
  ignore: VisitorFrame['type'] | null;
  /** Cuts new connections. */
  down: boolean;
  /** Answers nothing, not even a heartbeat. */
  deaf: boolean;
  readonly messages: ChatMessage[];
  /** Open connections. */
  connections(): number;
  page(path: string, html: string, headers?: Record<string, string>): string;
  says(text: string, kind?: ChatMessage['kind'], file?: ChatMessage['file']): void;
  tell(event: VisitorEvent): void;
  cut(): void;
  /** Closes every connection as the server would. */
  end(code: number): void;
  wait<T extends VisitorFrame['type']>(type: T, count?: number): Promise<Frame<T>[]>;
  clear(): void;
  close(): Promise<void>;
}

const SETTINGS: WidgetSettings = {
  enabled: true,
  color: '#1864ab',
  side: 'right',
  title: 'Shop',
  greeting: 'Hello! How can we help?',
  offlineText: 'Nobody is here. Leave a message.',
  language: 'en',
  fields: ['name', 'email'],
  departments: [],
};

export async function startFakeServer(): Promise<FakeServer> {
  const { launcher, link, apps } = await buildWidget();
  const files = new Map([launcher, link, ...apps].map(({ name, code }) => [`/chat/${name}`, code]));
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const sockets = new Set<WebSocket>();
  const waiting = new Set<() => void>();
  let conversation = 1;

  const http = createServer((request, response): unknown => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    fake.requests.push(path);
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cache-control': 'no-store',
    };
    const script = files.get(path);
    if (script !== undefined)
      return response.writeHead(200, { ...cors, 'content-type': 'text/javascript' }).end(script);
    if (path === `/chat/v1/settings/${COUNTER}`) {
      const answer = JSON.stringify({ settings: fake.settings, online: fake.online });
      return response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end(answer);
    }
    if (path === `/chat/v1/files/${COUNTER}`)
      return takeFile(
        request,
        (status, body) =>
          void response.writeHead(status, { ...cors, 'content-type': 'application/json' }).end(body),
      );
    // It speaks by sockets alone: over plain requests there is no one.
    if (path === `/chat/v1/visitor/${COUNTER}/poll`)
      return response.writeHead(200, cors).end('{"taken":0,"from":0,"events":[],"code":1006}');
    const page = pages.get(path);
    return response
      .writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
      .end(page?.html ?? '');
  });
  const sockety = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    if (fake.down || request.url !== `/chat/v1/visitor/${COUNTER}`) {
      socket.destroy();
      return;
    }
    sockety.handleUpgrade(request, socket, head, (one) => {
      sockets.add(one);
      one.on('close', () => sockets.delete(one));
      one.on('message', (data) => take(one, JSON.parse(String(data)) as VisitorFrame));
    });
  });

  const send = (socket: WebSocket, event: VisitorEvent): void => socket.send(JSON.stringify(event));
  const store = (key: string, text: string, kind: ChatMessage['kind'], author: string): ChatMessage => {
    const known = fake.messages.find((message) => message.key === key);
    if (known) return known;
    const message: ChatMessage = {
      conversationId: `conversation-${conversation}`,
      seq: fake.messages.length + 1,
      kind,
      author,
      authorId: null,
      text,
      file: null,
      key,
      at: Date.now(),
    };
    fake.messages.push(message);
    return message;
  };

  function take(socket: WebSocket, frame: VisitorFrame): void {
    if (fake.deaf) return;
    if (frame.type === 'ping') return send(socket, { type: 'pong' });
    fake.frames.push(frame);
    if (frame.type !== fake.ignore) act(socket, frame);
    for (const look of waiting) look();
  }
  function act(socket: WebSocket, frame: VisitorFrame): void {
    if (frame.type === 'hello') {
      const has = frame.conversationId === `conversation-${conversation}` ? frame.lastSeq : 0;
      // Anyone who has no secret has no conversation [C4].
      const messages = frame.secret === null ? [] : fake.messages.filter(({ seq }) => seq > has);
      send(socket, {
        type: 'welcome',
        secret: frame.secret === null ? 'secret-of-the-visitor' : null,
        settings: fake.settings,
        online: fake.online,
        ...(fake.departments ? { departments: fake.departments } : {}),
        conversation:
          frame.secret !== null && fake.messages.length
            ? { id: `conversation-${conversation}`, state: 'open', operator: null }
            : null,
        readByOperator: fake.readByOperator,
        messages,
        rules: fake.rules,
        contact: {},
        visitorNumber: 0,
      });
    }
    if (frame.type === 'number') send(socket, { type: 'number', number: 12 });
    if (frame.type !== 'message' && frame.type !== 'offline') return;
    const isNew = !fake.messages.some(({ key }) => key === frame.key);
    const message = store(frame.key, frame.text, 'visitor', '');
    send(socket, { type: 'stored', key: frame.key, message, event: fake.nextEvent });
    if (isNew) for (const other of sockets) if (other !== socket) send(other, { type: 'message', message });
  }
  function takeFile(request: IncomingMessage, answer: (status: number, body: string) => void): void {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      if (request.method === 'OPTIONS') return answer(204, '');
      if (request.headers['x-goalpost-chat-secret'] !== 'secret-of-the-visitor')
        return answer(403, '{"reason":"denied"}');
      const name = decodeURIComponent(String(request.headers['x-goalpost-file-name']));
      if (name.endsWith('.exe')) return answer(400, '{"reason":"file_type"}');
      return answer(200, JSON.stringify({ file: { id: 'file-1', name, type: 'text/plain', bytes } }));
    });
  }

  const fake: FakeServer = {
    url: '',
    frames: [],
    requests: [],
    settings: SETTINGS,
    online: true,
    departments: undefined,
    rules: [],
    readByOperator: 0,
    nextEvent: null,
    ignore: null,
    down: false,
    deaf: false,
    messages: [],
    connections: () => sockets.size,
    page: (path, html, headers = {}) => {
      pages.set(path, {
        html: html.replaceAll('{{chat}}', `${fake.url}/chat/widget.js?id=${COUNTER}`),
        headers,
      });
      return fake.url + path;
    },
    says: (text, kind = 'operator', file = null) => {
      const message = store(`operator-${fake.messages.length}`, text, kind, kind === 'visitor' ? '' : 'Anna');
      fake.tell({ type: 'message', message: { ...message, file } });
    },
    tell: (event) => {
      for (const socket of sockets) send(socket, event);
    },
    end: (code) => {
      for (const socket of sockets) socket.close(code);
    },
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    wait: (type, count = 1) =>
      eventually(
        waiting,
        () => {
          const found = fake.frames.filter((frame) => frame.type === type) as never[];
          return found.length >= count ? found : undefined;
        },
        () => `no ${type} (${count}): ${JSON.stringify(fake.frames)}`,
      ),
    clear: () => {
      fake.cut();
      conversation++;
      fake.frames.length = fake.requests.length = fake.messages.length = 0;
      Object.assign(fake, {
        settings: SETTINGS,
        online: true,
        departments: undefined,
        rules: [],
        readByOperator: 0,
        nextEvent: null,
        ignore: null,
        down: false,
        deaf: false,
      });
    },
    close: async () => {
      fake.cut();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  Object.assign(fake, { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  return fake;
}
