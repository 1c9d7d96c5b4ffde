/** A visitor's tab: greets, then carries its frames to what they are for. */
import { CONSENT_DEFAULTS, consentModeIn } from '@goalpost/contract/consent';
import {
  VisitorFrame,
  type ChatRefusalReason,
  type VisitorEvent,
  type VisitorFrame as Frame,
} from '@goalpost/contract/chat';
import { hostOf, isAmong } from '../../goals/index.ts';
import { isSameAnswering } from '../operators/answering.ts';
import { whyClosed } from '../settings/settings.ts';
import { parseFrame } from './frames.ts';
import { BaseConnection } from './base-connection.ts';
import { CLOSE, type Socket, type SocketRequest } from './socket.ts';
import { TokenBucket } from '../../kit/limits/token-bucket.ts';
import { counterNumber } from '../../kit/schemas/counter-number.ts';
import { takeVisitorFrame } from './visitor-frames.ts';
import type { Tab, TabConnection, VisitorDeps } from './visitor-tab.ts';
import { welcome } from './welcome.ts';

type Hello = Extract<Frame, { type: 'hello' }>;

/** What is said in one tab goes to all others; with too many tabs the work would grow without end. */
const MOST_TABS = 50;

/** What was asked with is needed until hello: thousands of these stay open for hours. */
type State =
  | { readonly is: 'awaiting hello'; readonly request: SocketRequest }
  | { readonly is: 'open'; readonly tab: Tab }
  | { readonly is: 'ended' };

const ENDED: State = { is: 'ended' };

export class VisitorConnection extends BaseConnection implements TabConnection {
  readonly #deps: VisitorDeps;
  readonly #counterId: number;
  #state: State;

  constructor(deps: VisitorDeps, socket: Socket, request: SocketRequest) {
    super(socket, new TokenBucket(deps.limits.visitor, deps.clock), deps.log);
    this.#deps = deps;
    this.#state = { is: 'awaiting hello', request };
    this.#counterId = counterNumber(request.params['counterId']) ?? 0;
  }

  send(event: VisitorEvent): void {
    this.sendText(JSON.stringify(event));
  }

  protected async take(text: string): Promise<void> {
    const state = this.#state;
    const parsed = parseFrame(VisitorFrame, text);
    if (!parsed.ok) {
      this.refuse(parsed.reason, parsed.key);
      if (state.is === 'awaiting hello') this.end(CLOSE.policy, parsed.reason);
      return;
    }
    const frame = this.#deps.masks.visitor(parsed.frame, this.#deps.directory.get(this.#counterId));
    switch (state.is) {
      case 'awaiting hello':
        if (frame.type !== 'hello') return this.#turnAway('malformed', CLOSE.policy);
        return this.#greet(frame, state.request);
      case 'open':
        return this.#carryOut(state.tab, frame);
      case 'ended':
    }
  }

  protected left(): void {
    const state = this.#state;
    this.#state = ENDED;
    if (state.is !== 'open') return;
    const { holder, entry } = state.tab;
    this.#deps.hub.removeVisitor(holder.counterId, holder.personId, this);
    this.#deps.presence.leave(entry);
  }

  async #greet(hello: Hello, request: SocketRequest): Promise<void> {
    const { people, presence, hub, conversations, place, availability } = this.#deps;
    this.stopAwaitingHello();
    const refusal = await this.#whyNot(hello, request);
    if (refusal !== null) return this.#turnAway(refusal, CLOSE.unknown);
    const country = place.country(request.address);
    const { consent = CONSENT_DEFAULTS } = this.#deps.directory.get(this.#counterId) ?? {};
    const mode = consentModeIn(consent, country);
    // Without cookies the visitor is whom their hits are of [P40].
    const visitor =
      mode === 'cookieless' ? this.#deps.visitorOfToday(this.#counterId, request) : hello.visitor;
    const found = await people.find(this.#counterId, visitor, hello.secret);
    await conversations.inTurn(found.holder.personId, async () => {
      if (this.isEnded) return;
      if (hub.tabsOf(found.holder.personId) >= MOST_TABS) return this.#turnAway('too_fast', CLOSE.tryAgain);
      const entry = presence.arrive({
        holder: found.holder,
        page: hello.page,
        landing: hello.landing ?? null,
        visit: hello.visit ?? null,
        agent: request.agent,
        country,
        language: hello.language,
        phone: hello.phone,
        consent: hello.consent ?? mode !== 'ask',
      });
      const tab = { holder: found.holder, entry, phone: hello.phone, address: request.address };
      this.#state = { is: 'open', tab };
      // Another tab may have written since, and made them known.
      const person = await people.byId(found.holder.personId);
      const told = await welcome(this.#deps, this, { hello, found: { ...found, person }, entry });
      if (this.isEnded) return;
      hub.addVisitor(this.#counterId, found.holder.personId, this);
      // It may have changed while this tab was told, and the hub did not know it yet.
      await availability.check([this.#counterId]);
      const answering = await availability.now(this.#counterId);
      if (!isSameAnswering(told, answering)) this.send({ type: 'online', ...answering });
    });
  }

  async #whyNot(hello: Hello, { origin }: SocketRequest): Promise<ChatRefusalReason | null> {
    const closed = await whyClosed(this.#deps, this.#counterId);
    if (closed !== null) return closed;
    const config = this.#deps.directory.get(this.#counterId);
    if (config === undefined || !config.onlyHosts) return null;
    const both = [hostOf(origin), hostOf(hello.page.url)];
    return both.every((host) => isAmong(host, config.hosts)) ? null : 'denied';
  }

  /** The chat may have been switched off since, or its counter deleted. */
  async #carryOut(tab: Tab, frame: Frame): Promise<void> {
    const closed = await whyClosed(this.#deps, this.#counterId);
    return closed === null
      ? takeVisitorFrame(this.#deps, this, tab, frame)
      : this.#turnAway(closed, CLOSE.unknown);
  }

  #turnAway(reason: ChatRefusalReason, code: number): void {
    this.refuse(reason);
    this.end(code, reason);
  }
}
