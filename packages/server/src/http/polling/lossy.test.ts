/** The chat over plain requests on a network that loses and doubles them, and under a server that is killed. */
import { randomUUID } from 'node:crypto';
import type { ChatMessage, VisitorEvent } from '@goalpost/contract/chat';
import { openPolling, type PollRequest, type Wire } from '@goalpost/contract/chat/polling';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COUNTER, startTestChat, type TestChat } from '../../chat/test-chat.ts';
import { attend, exchange, type TestOperator } from '../../chat/test-people.ts';
import { createPollSessions, type PollSessions } from './sessions.ts';

type Fate = 'ok' | 'lost' | 'answer lost' | 'twice' | 'killed';

/** Its server's end of the network: what becomes of each request is decided beforehand, and in the end all is well. */
function networkTo(test: TestChat, fates: Fate[]) {
  const make = (): PollSessions =>
    createPollSessions({ maxFrameBytes: 32_768, now: test.clock.now, holdMs: 5 });
  let sessions = make();
  const there = { gone: new Promise<void>(() => undefined), isGone: () => false };

  async function serve(body: string): Promise<string> {
    const route = test.chat.sockets.find(({ url }) => url.includes('visitor'));
    if (route === undefined) throw new Error('no route');
    const asked = {
      params: { counterId: String(COUNTER) },
      origin: 'https://shop.example',
      agent: '',
      address: '127.0.0.1',
      caller: async () => null,
    };
    const request = JSON.parse(body) as PollRequest;
    return JSON.stringify(await sessions.exchange(request, (socket) => route.connect(socket, asked), there));
  }

  return async function post(body: string): Promise<string> {
    const fate = fates.shift() ?? 'ok';
    if (fate === 'lost') throw new Error('no network');
    if (fate === 'killed') {
      sessions = make();
      await test.restart();
      throw new Error('the server is gone');
    }
    const answer = await serve(body);
    if (fate === 'twice') return serve(body);
    if (fate === 'answer lost') throw new Error('no answer');
    return answer;
  };
}

/** Sends again what was not acknowledged, as the widget does. */
class Visitor {
  readonly heard = new Map<number, ChatMessage>();
  readonly order: number[] = [];
  readonly #post: (body: string) => Promise<string>;
  #wire: Wire | undefined;
  #secret: string | null = null;
  #conversationId: string | null = null;
  #unsent: { readonly key: string; readonly text: string }[] = [];
  #isWelcome = false;

  constructor(post: (body: string) => Promise<string>) {
    this.#post = post;
    this.connect();
  }

  get isDone(): boolean {
    return this.#isWelcome && this.#unsent.length === 0;
  }

  connect(): void {
    this.#isWelcome = false;
    const post = this.#post;
    this.#wire = openPolling(
      {
        post,
        newId: randomUUID,
        isHidden: () => false,
        // Pauses are short here; nothing is ever overdue.
        later: (ms, task) => (ms < 5_000 ? setImmediate(task) : undefined),
        toText: JSON.stringify,
        read: JSON.parse,
      },
      {
        opened: () => this.#hello(),
        said: (text) => this.#take(JSON.parse(text) as VisitorEvent),
        closed: () => setImmediate(() => this.connect()),
      },
    );
  }

  write(key: string, text: string): void {
    this.#unsent.push({ key, text });
    if (this.#isWelcome) this.#send({ key, text });
  }

  leave(): void {
    this.#wire?.close();
  }

  #send(one: { readonly key: string; readonly text: string }): void {
    this.#wire?.send(JSON.stringify({ type: 'message', ...one, fileId: null }));
  }

  #hello(): void {
    const hello = {
      type: 'hello',
      version: 1,
      visitor: '1700000000123',
      secret: this.#secret,
      page: { url: 'https://shop.example/', title: 'Shop', referrer: '' },
      language: 'en',
      phone: false,
      lastSeq: Math.max(0, ...this.heard.keys()),
      conversationId: this.#conversationId,
    };
    this.#wire?.send(JSON.stringify(hello));
  }

  #take(event: VisitorEvent): void {
    if (event.type === 'welcome') {
      this.#isWelcome = true;
      this.#secret = event.secret ?? this.#secret;
      this.#conversationId = event.conversation?.id ?? null;
      for (const message of event.messages) this.#keep(message);
      for (const one of this.#unsent) this.#send(one);
    }
    if (event.type === 'message') this.#keep(event.message);
    if (event.type !== 'stored') return;
    this.#keep(event.message);
    this.#unsent = this.#unsent.filter(({ key }) => key !== event.key);
  }

  #keep(message: ChatMessage): void {
    this.#conversationId = message.conversationId;
    if (this.heard.has(message.seq)) return;
    this.heard.set(message.seq, message);
    this.order.push(message.seq);
  }
}

const passed = () => new Promise((resolve) => setImmediate(resolve));
async function until(isSo: () => boolean, operator: TestOperator): Promise<void> {
  while (!isSo()) {
    await passed();
    if (!operator.isConnected) operator.connect();
    await exchange(operator);
  }
}

const fate = fc.constantFrom<Fate[]>('ok', 'ok', 'lost', 'answer lost', 'twice', 'killed');

it('[C94, C3, C26] each message is stored once, in order, and makes one goal, whatever is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 25 }), async (fates) => {
      const test = await startTestChat();
      const operator = await attend(test);
      const visitor = new Visitor(networkTo(test, [...fates]));
      const keys = ['key-00001', 'key-00002', 'key-00003', 'key-00004'];
      for (const key of keys) visitor.write(key, `Text of ${key}`);
      await until(() => visitor.isDone, operator);
      const [id = ''] = test.store.all.conversations.keys();
      operator.write('key-reply', id, 'An answer');
      await until(() => [...visitor.heard.values()].some(({ text }) => text === 'An answer'), operator);
      visitor.leave();

      const stored = await test.store.messages(id, 0, 100);
      const theirs = stored.filter(({ kind }) => kind === 'visitor');
      expect(theirs.map(({ key }) => key)).toEqual(keys);
      expect([...visitor.heard.values()].map(({ key }) => key).toSorted()).toEqual(
        [...keys, 'key-reply'].toSorted(),
      );
      await test.chat.settled();
      const goals = test.journaled.filter(
        ({ event }) => event === 'Jivo_Client_initiate_chat' || event === 'Jivo_Offline_message_sent',
      );
      expect(new Set(goals.map((goal) => goal.id)).size).toBe(1);
    }),
    { numRuns: 20 },
  );
});
