/** A visitor's tab: greets, then carries its frames to what they are for. */
import {
  VisitorFrame,
  type ChatRefusalReason,
  type VisitorEvent,
  type VisitorFrame as Frame,
} from '@goalpost/contract/chat';
import { hostOf, isAmong } from '../../collect/index.ts';
import { isSameAnswering } from '../operators/answering.ts';
import type { ChatCore } from '../core.ts';
import { whyClosed } from '../settings/settings.ts';
import { parseFrame } from './frames.ts';
import { BaseConnection } from './base-connection.ts';
import { CLOSE, type Socket, type SocketRequest } from './socket.ts';
import { TokenBucket } from '../../kit/limits/token-bucket.ts';
import { takeVisitorFrame } from './visitor-frames.ts';
import type { Tab, TabConnection } from './visitor-tab.ts';
import { welcome } from './welcome.ts';

type Hello = Extract<Frame, { type: 'hello' }>;

/** What is said in one tab is told to all others: of more than anybody looks at, the work would grow without end. */
const MOST_TABS = 50;

export class VisitorConnection extends BaseConnection implements TabConnection {
  readonly #core: ChatCore;
  readonly #counterId: number;
  #request: SocketRequest | null;
  #tab: Tab | null = null;

  constructor(core: ChatCore, socket: Socket, request: SocketRequest) {
    super(socket, new TokenBucket(core.limits.visitor, core.clock), core.log);
    this.#core = core;
    this.#request = request;
    this.#counterId = Number(request.params['counterId'] ?? 0);
  }

  send(event: VisitorEvent): void {
    this.sendText(JSON.stringify(event));
  }

  protected async take(text: string): Promise<void> {
    const parsed = parseFrame(VisitorFrame, text);
    if (!parsed.ok) {
      this.refuse(parsed.reason, parsed.key);
      if (this.#tab === null) this.end(CLOSE.policy, parsed.reason);
      return;
    }
    const { frame } = parsed;
    if (this.#tab !== null) return this.#carryOut(this.#tab, frame);
    if (frame.type !== 'hello') return this.#turnAway('malformed', CLOSE.policy);
    return this.#greet(frame);
  }

  protected left(): void {
    if (this.#tab === null) return;
    const { holder, entry } = this.#tab;
    this.#core.hub.removeVisitor(holder.counterId, holder.personId, this);
    this.#core.presence.leave(entry);
  }

  async #greet(hello: Hello): Promise<void> {
    const { people, presence, hub, conversations, place, availability } = this.#core;
    const request = this.#request;
    if (request === null) return;
    this.stopAwaitingHello();
    const refusal = await this.#whyNot(hello, request);
    if (refusal !== null) return this.#turnAway(refusal, CLOSE.unknown);
    const found = await people.find(this.#counterId, hello.visitor, hello.secret);
    await conversations.inTurn(found.holder.personId, async () => {
      if (this.isEnded) return;
      if (hub.tabsOf(found.holder.personId) >= MOST_TABS) return this.#turnAway('too_fast', CLOSE.tryAgain);
      const entry = presence.arrive({
        holder: found.holder,
        page: hello.page,
        landing: hello.landing ?? null,
        visit: hello.visit ?? null,
        agent: request.agent,
        country: place.country(request.address),
        language: hello.language,
        phone: hello.phone,
      });
      this.#tab = { holder: found.holder, entry, phone: hello.phone, address: request.address };
      // What was asked with is not needed again, and thousands of these stay for hours.
      this.#request = null;
      // Another tab may have written meanwhile, and made them known.
      const person = await people.byId(found.holder.personId);
      const told = await welcome(this.#core, this, { hello, found: { ...found, person }, entry });
      if (this.isEnded) return;
      hub.addVisitor(this.#counterId, found.holder.personId, this);
      // It may have changed while this tab was told, and the hub did not know it yet.
      await availability.check([this.#counterId]);
      const answering = await availability.now(this.#counterId);
      if (!isSameAnswering(told, answering)) this.send({ type: 'online', ...answering });
    });
  }

  async #whyNot(hello: Hello, { origin }: SocketRequest): Promise<ChatRefusalReason | null> {
    const closed = await whyClosed(this.#core, this.#counterId);
    if (closed !== null) return closed;
    const config = this.#core.directory.get(this.#counterId);
    if (config === undefined || !config.onlyHosts) return null;
    const both = [hostOf(origin), hostOf(hello.page.url)];
    return both.every((host) => isAmong(host, config.hosts)) ? null : 'denied';
  }

  /** The chat may have been switched off since, or its counter deleted. */
  async #carryOut(tab: Tab, frame: Frame): Promise<void> {
    const closed = await whyClosed(this.#core, this.#counterId);
    return closed === null
      ? takeVisitorFrame(this.#core, this, tab, frame)
      : this.#turnAway(closed, CLOSE.unknown);
  }

  #turnAway(reason: ChatRefusalReason, code: number): void {
    this.refuse(reason);
    this.end(code, reason);
  }
}
