/** Visitors and operators who talk over real connections, come back when they are cut off, and send again. */
import { randomUUID } from 'node:crypto';
import type { ChatMessage, OperatorEvent, VisitorEvent } from '@goalpost/contract/chat';
import type { Wire } from '@goalpost/contract/chat/polling';
import { type Carrier, overSocket } from '../../packages/server/test/carriers.ts';
import { ORDINARY_HEADERS } from './wire.ts';

const AGAIN_MS = 100;
/** What a socket may say at once is bounded, and a start may take long on a busy machine. */
const MOST_UNSENT = 50;

abstract class Talker<E> {
  readonly #address: string;
  readonly #carrier: Carrier;
  readonly #headers: Record<string, string>;
  #wire: Wire | null = null;
  protected unsent: { readonly key: string; readonly frame: object }[] = [];
  protected ready = false;
  #over = false;
  readonly finished: Promise<void>;
  readonly #end: () => void;

  constructor(address: string, carrier: Carrier = overSocket, headers: Record<string, string> = {}) {
    this.#address = address;
    this.#carrier = carrier;
    this.#headers = { ...ORDINARY_HEADERS, ...headers };
    const { promise, resolve } = Promise.withResolvers<void>();
    this.finished = promise;
    this.#end = resolve;
    this.#connect();
  }

  protected abstract hello(): object;
  protected abstract take(event: E): void;

  #connect(): void {
    const wire = this.#carrier(this.#address, this.#headers, {
      opened: () => wire.send(JSON.stringify(this.hello())),
      said: (text) => {
        this.take(JSON.parse(text) as E);
        this.#endIfDone();
      },
      closed: () => {
        this.ready = false;
        if (this.#over && this.unsent.length === 0) this.#end();
        else setTimeout(() => this.#connect(), AGAIN_MS);
      },
    });
    this.#wire = wire;
  }

  protected say(key: string, frame: object): void {
    this.unsent.push({ key, frame });
    if (this.ready) this.#wire?.send(JSON.stringify(frame));
  }

  protected sendAgain(): void {
    this.ready = true;
    for (const { frame } of this.unsent) this.#wire?.send(JSON.stringify(frame));
  }

  protected isStored(key: string): void {
    this.unsent = this.unsent.filter((one) => one.key !== key);
  }

  get over(): boolean {
    return this.#over;
  }

  /** Says no more, and goes when all that was said is acknowledged. */
  finish(): void {
    this.#over = true;
    this.#endIfDone();
  }

  #endIfDone(): void {
    if (!this.#over || !this.ready || this.unsent.length > 0) return;
    this.#wire?.close();
    this.#end();
  }
}

export class ChatVisitor extends Talker<VisitorEvent> {
  readonly #visitor: string;
  #secret: string | null = null;
  conversationId = '';
  readonly #known = new Map<number, ChatMessage>();
  /** Keys in the order of writing. */
  readonly written: string[] = [];
  /** The number that each key was acknowledged with. */
  readonly acked = new Map<string, number>();

  constructor(url: string, counter: number, visitor: string, carrier: Carrier = overSocket) {
    super(`${url}/chat/v1/visitor/${counter}`, carrier);
    this.#visitor = visitor;
  }

  /** Writes now and then until it is told to finish; resolves when everything is acknowledged. */
  async talk(): Promise<void> {
    while (!this.over) {
      if (this.unsent.length < MOST_UNSENT) this.#write();
      await new Promise((resolve) => setTimeout(resolve, 50 + ((this.written.length * 137) % 400)));
    }
    await this.finished;
  }

  #write(): void {
    const key = randomUUID();
    this.written.push(key);
    this.say(key, { type: 'message', key, text: `visitor ${this.written.length}`, fileId: null });
  }

  messages(): { seq: number; key: string; text: string }[] {
    return [...this.#known.values()]
      .toSorted((one, other) => one.seq - other.seq)
      .map(({ seq, key, text }) => ({ seq, key, text }));
  }

  protected hello(): object {
    return {
      type: 'hello',
      version: 1,
      visitor: this.#visitor,
      secret: this.#secret,
      page: { url: 'https://shop.example/', title: 'Shop', referrer: '' },
      language: 'en',
      phone: false,
      lastSeq: Math.max(0, ...this.#known.keys()),
      conversationId: this.conversationId || null,
    };
  }

  protected take(event: VisitorEvent): void {
    if (event.type === 'welcome') {
      this.#secret = event.secret ?? this.#secret;
      for (const message of event.messages) this.#keep(message);
      this.sendAgain();
    } else if (event.type === 'message') {
      this.#keep(event.message);
    } else if (event.type === 'stored') {
      this.#keep(event.message);
      const before = this.acked.get(event.key) ?? event.message.seq;
      if (before !== event.message.seq) throw new Error('one key was acknowledged with two numbers');
      this.acked.set(event.key, event.message.seq);
      this.isStored(event.key);
    } else if (event.type === 'refused') {
      throw new Error(`a message was refused: ${event.reason}`);
    }
  }

  #keep(message: ChatMessage): void {
    this.conversationId = message.conversationId;
    this.#known.set(message.seq, message);
  }
}

/** One of so many messages is answered. */
const ANSWERS_EACH = 14;

/** Answers a message now and then; several of them see every one. */
export class ChatOperator extends Talker<OperatorEvent> {
  /** By conversation: the number that each key was acknowledged with. */
  readonly acked = new Map<string, Map<string, number>>();
  readonly #conversationOf = new Map<string, string>();
  /** Resolves at the first welcome. */
  readonly welcomed: Promise<void>;
  readonly #attend: () => void;
  #heard: number;

  /** @param nth of several, who do not all answer the same messages */
  constructor(url: string, token: string, nth = 0) {
    super(`${url}/chat/v1/operator`, overSocket, { authorization: `OAuth ${token}` });
    this.#heard = nth * 3;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.welcomed = promise;
    this.#attend = resolve;
  }

  protected hello(): object {
    return { type: 'hello', version: 1 };
  }

  protected take(event: OperatorEvent): void {
    if (event.type === 'welcome') {
      this.sendAgain();
      this.#attend();
    } else if (event.type === 'message' && event.message.kind === 'visitor') this.#answer(event.message);
    else if (event.type === 'stored') this.#stored(event.key, event.message.seq);
    else if (event.type === 'refused') throw new Error(`an answer was refused: ${event.reason}`);
  }

  #answer({ conversationId, text }: ChatMessage): void {
    this.#heard += 1;
    if (this.over || this.#heard % ANSWERS_EACH !== 0) return;
    const key = randomUUID();
    this.#conversationOf.set(key, conversationId);
    this.say(key, { type: 'message', conversationId, key, text: `answer to ${text}`, fileId: null });
  }

  #stored(key: string, seq: number): void {
    const conversationId = this.#conversationOf.get(key) ?? '';
    const acked = this.acked.get(conversationId) ?? new Map<string, number>();
    this.acked.set(conversationId, acked.set(key, seq));
    this.isStored(key);
  }
}
