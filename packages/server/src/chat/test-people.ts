/** For tests: a widget and a console that keep what they are told, and send again what was not acknowledged. */
import type { ChatMessage, ConversationView, OperatorEvent, VisitorEvent } from '@goalpost/contract/chat';
import { COUNTER, type TestChat } from './test-chat.ts';
import { settle, type TestWire } from './test-wire.ts';

export interface Unsent {
  readonly key: string;
  readonly frame: object;
}

/** Messages by conversation and number, as one side has them. */
export class Memory {
  readonly conversations = new Map<string, Map<number, ChatMessage>>();
  /** Numbers of each conversation in the order in which they came, without those that were there. */
  readonly order = new Map<string, number[]>();

  take(message: ChatMessage): void {
    const { conversationId, seq } = message;
    const known = this.conversations.get(conversationId) ?? new Map<number, ChatMessage>();
    this.conversations.set(conversationId, known);
    if (known.has(seq)) return;
    known.set(seq, message);
    const order = this.order.get(conversationId) ?? [];
    this.order.set(conversationId, [...order, seq]);
  }

  lastSeq(conversationId: string | null): number {
    return Math.max(0, ...(this.conversations.get(conversationId ?? '')?.keys() ?? []));
  }

  /** The last number up to which nothing is missing: what an operator asks from. */
  whole(conversationId: string): number {
    const known = this.conversations.get(conversationId);
    let seq = 0;
    while (known?.has(seq + 1) === true) seq++;
    return seq;
  }

  messages(conversationId: string): ChatMessage[] {
    const known = this.conversations.get(conversationId) ?? new Map<number, ChatMessage>();
    return [...known.values()].toSorted((one, other) => one.seq - other.seq);
  }
}

abstract class Client<E extends { readonly type: string }> {
  protected readonly test: TestChat;
  readonly memory = new Memory();
  wire: TestWire<E> | null = null;
  protected unsent: Unsent[] = [];
  readonly acked = new Map<string, ChatMessage>();
  readonly refused: string[] = [];
  welcomed = false;

  constructor(test: TestChat) {
    this.test = test;
  }

  abstract connect(): void;

  disconnect(): void {
    this.wire?.cut();
    this.wire = null;
    this.welcomed = false;
  }

  protected say(key: string, frame: object): void {
    this.unsent.push({ key, frame });
    if (this.welcomed) this.wire?.send(frame);
  }

  protected sendAgain(): void {
    for (const { frame } of this.unsent) this.wire?.send(frame);
  }

  protected stored(key: string, message: ChatMessage): void {
    this.memory.take(message);
    this.acked.set(key, message);
    this.unsent = this.unsent.filter((one) => one.key !== key);
  }

  protected refusal(key: string | null, reason: string): void {
    this.refused.push(reason);
    if (key !== null) this.unsent = this.unsent.filter((one) => one.key !== key);
  }

  get isConnected(): boolean {
    return this.wire !== null && this.wire.closedWith() === null;
  }

  get waiting(): number {
    return this.unsent.length;
  }
}

export class TestVisitor extends Client<VisitorEvent> {
  readonly visitor: string;
  readonly phone: boolean;
  /** Shared by the tabs of one browser. */
  readonly jar: { secret: string | null };
  conversationId: string | null = null;
  online = false;
  /** Undefined: it was told of none. */
  departments: readonly string[] | undefined;
  readonly events: string[] = [];
  /** Where they say that they came from. */
  referrer = '';

  constructor(test: TestChat, visitor: string, jar: { secret: string | null }, phone = false) {
    super(test);
    this.visitor = visitor;
    this.jar = jar;
    this.phone = phone;
  }

  connect(): void {
    this.disconnect();
    this.wire = this.test.visitor(COUNTER, (event) => this.#take(event));
    this.wire.send({
      type: 'hello',
      version: 1,
      visitor: this.visitor,
      secret: this.jar.secret,
      page: { url: 'https://shop.example/', title: 'Shop', referrer: this.referrer },
      language: 'en',
      phone: this.phone,
      lastSeq: this.memory.lastSeq(this.conversationId),
      conversationId: this.conversationId,
    });
  }

  write(key: string, text: string, department: string | null = null): void {
    this.say(key, { type: 'message', key, text, fileId: null, department });
  }

  frame(frame: object): void {
    if (this.welcomed) this.wire?.send(frame);
  }

  #take(event: VisitorEvent): void {
    switch (event.type) {
      case 'welcome':
        this.welcomed = true;
        this.online = event.online;
        this.departments = event.departments;
        this.jar.secret = event.secret ?? this.jar.secret;
        this.conversationId = event.conversation?.id ?? null;
        for (const message of event.messages) this.memory.take(message);
        this.sendAgain();
        return;
      case 'message':
        this.conversationId = event.message.conversationId;
        this.memory.take(event.message);
        return;
      case 'stored':
        this.conversationId = event.message.conversationId;
        this.stored(event.key, event.message);
        if (event.event !== null) this.events.push(event.event);
        return;
      case 'online':
        this.online = event.online;
        this.departments = event.departments;
        return;
      case 'event':
        this.events.push(event.event);
        return;
      case 'refused':
        this.refusal(event.key, event.reason);
        return;
      default:
    }
  }
}

export class TestOperator extends Client<OperatorEvent> {
  readonly accountId: string;
  readonly conversations = new Map<string, ConversationView>();
  readonly people = new Set<string>();

  constructor(test: TestChat, accountId: string) {
    super(test);
    this.accountId = accountId;
  }

  connect(): void {
    this.disconnect();
    this.wire = this.test.operator(this.accountId, (event) => this.#take(event));
    this.wire.send({ type: 'hello', version: 1 });
  }

  write(key: string, conversationId: string, text: string): void {
    this.say(key, { type: 'message', conversationId, key, text, fileId: null });
  }

  note(key: string, conversationId: string, text: string): void {
    this.say(key, { type: 'note', conversationId, key, text });
  }

  invite(key: string, visitor: string, text: string): void {
    this.say(key, { type: 'invite', counterId: COUNTER, visitor, key, text });
  }

  frame(frame: object): void {
    if (this.welcomed) this.wire?.send(frame);
  }

  open(conversationId: string): void {
    this.frame({ type: 'open', conversationId, lastSeq: this.memory.whole(conversationId) });
  }

  #take(event: OperatorEvent): void {
    switch (event.type) {
      case 'welcome': {
        this.welcomed = true;
        for (const one of event.conversations) this.conversations.set(one.id, one);
        for (const { visitor } of event.people) this.people.add(visitor);
        // Whatever it knows of may have moved on since.
        for (const id of this.conversations.keys()) this.open(id);
        this.sendAgain();
        return;
      }
      case 'conversation':
        this.conversations.set(event.conversation.id, event.conversation);
        return;
      case 'history':
        for (const message of event.messages) this.memory.take(message);
        return;
      case 'message':
        this.#live(event.message);
        return;
      case 'stored':
        this.stored(event.key, event.message);
        return;
      case 'people':
        for (const { visitor } of event.changed) this.people.add(visitor);
        for (const visitor of event.left) this.people.delete(visitor);
        return;
      case 'refused':
        this.refusal(event.key, event.reason);
        return;
      default:
    }
  }

  /** A message of a conversation whose beginning it has not got: the rest is asked for. */
  #live(message: ChatMessage): void {
    const { conversationId, seq } = message;
    if (seq > 1 && !this.memory.conversations.get(conversationId)?.has(seq - 1)) {
      this.frame({ type: 'open', conversationId, lastSeq: this.memory.whole(conversationId) });
    }
    this.memory.take(message);
  }
}

/** Everything on its way arrives, and what it brings, until nothing is. */
export async function exchange(...clients: readonly (TestVisitor | TestOperator)[]): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const one of clients) one.wire?.deliverUp();
    await settle();
    for (const one of clients) one.wire?.deliverDown();
  }
}

let visitors = 0;

/** A visitor of one's own who has been welcomed. */
export async function arrive(test: TestChat, more: { phone?: boolean } = {}): Promise<TestVisitor> {
  visitors++;
  const visitor = new TestVisitor(test, String(17_000_000_000 + visitors), { secret: null }, more.phone);
  visitor.connect();
  await exchange(visitor);
  return visitor;
}

/** An operator who has been welcomed. */
export async function attend(test: TestChat, accountId = 'ann'): Promise<TestOperator> {
  const operator = new TestOperator(test, accountId);
  operator.connect();
  await exchange(operator);
  return operator;
}

/** A console is closed, and its operator does not come back in the time that they are waited for [C47]. */
export async function closeForGood(test: TestChat, operator: TestOperator): Promise<void> {
  operator.disconnect();
  await settle();
  test.pass(3_000);
  await test.tick('operators');
}
