/** An operator's console: who they are and what they may is asked again for every frame, and every second. */
import { OperatorFrame, type ChatRefusalReason, type OperatorEvent } from '@goalpost/contract/chat';
import { isBoundToDepartments, may, scopeAllows } from '@goalpost/contract/management';
import { isFor, type Caller, type Permission } from '../../kit/endpoint.ts';
import { parseFrame } from './frames.ts';
import { BaseConnection } from './base-connection.ts';
import { takeOperatorFrame } from './operator-frames.ts';
import type { OperatorConsole, OperatorDeps } from './operator-console.ts';
import { operatorWelcome } from './operator-welcome.ts';
import type { Audience } from '../operators/audience.ts';
import { CLOSE, type Socket, type SocketRequest } from './socket.ts';
import { TokenBucket } from '../../kit/limits/token-bucket.ts';

export class OperatorConnection extends BaseConnection implements OperatorConsole {
  readonly #core: OperatorDeps;
  readonly #request: SocketRequest;
  #caller: Caller | null = null;
  #counters: ReadonlyMap<number, Permission> = new Map();
  #greeted = false;
  /** Questions of what they may, asked and answered so far. */
  #asked = 0;
  #answered = 0;
  /** They were cut off: their return is not waited for. */
  #isCutOff = false;
  watchesPeople = true;

  constructor(core: OperatorDeps, socket: Socket, request: SocketRequest) {
    super(socket, new TokenBucket(core.limits.operator, core.clock), core.log);
    this.#core = core;
    this.#request = request;
    // Before the first frame, so that a stranger learns nothing by waiting.
    this.queue(async () => void (await this.recheck()));
  }

  send(event: OperatorEvent): void {
    this.sendText(JSON.stringify(event));
  }

  get accountId(): string {
    return this.#caller?.accountId ?? '';
  }

  /** @throws without a caller: frames are taken from callers only */
  get caller(): Caller {
    if (this.#caller === null) throw new Error('this connection has no caller');
    return this.#caller;
  }

  counters(): Iterable<number> {
    return this.#counters.keys();
  }

  roleOn(counterId: number): Permission | null {
    return this.#counters.get(counterId) ?? null;
  }

  mayRead(counterId: number, among: Audience = null): boolean {
    const held = this.#counters.get(counterId);
    if (!this.#greeted || held === undefined) return false;
    return among === null || !isBoundToDepartments(held) || among.includes(this.accountId);
  }

  get canAnswer(): boolean {
    return this.#caller !== null && scopeAllows(this.#caller.scope, 'chat:answer');
  }

  mayAnswer(counterId: number): boolean {
    return this.#greeted && this.#mayWrite(counterId) && !this.#core.roster.isAway(this.accountId);
  }

  #mayWrite(counterId: number): boolean {
    return may(this.#counters.get(counterId), 'chat:answer') && this.canAnswer;
  }

  /** Null: they may. The frame is refused with the answer, and a caller without any permission is cut off. */
  async authorise(counterId: number, what: 'read' | 'write'): Promise<ChatRefusalReason | null> {
    if (!(await this.recheck())) return 'denied';
    const may = what === 'read' ? this.#counters.has(counterId) : this.#mayWrite(counterId);
    if (may) return null;
    this.#core.log.warn(
      { accountId: this.accountId, counterId },
      'A chat frame for another counter was refused.',
    );
    return 'denied';
  }

  /**
   * Asks again who this is and what they may.
   * @returns false where they were cut off
   */
  async recheck(): Promise<boolean> {
    const question = ++this.#asked;
    const caller = await this.#request.caller();
    const counters = await this.#rightsOf(caller);
    if (!this.isOpen) return false;
    // A later question has its answer already: this one may be older than the change that it was asked for.
    if (question < this.#answered) return true;
    this.#answered = question;
    if (caller === null || counters.size === 0) {
      this.#isCutOff = true;
      this.refuse('denied');
      this.end(CLOSE.denied, 'denied');
      return false;
    }
    const before = this.#counters;
    this.#caller = caller;
    this.#counters = counters;
    if (this.#greeted && !sameRights(before, counters)) {
      await operatorWelcome(this.#core, this);
      await this.#core.availability.check([...before.keys(), ...counters.keys()]);
    }
    return true;
  }

  async #rightsOf(caller: Caller | null): Promise<ReadonlyMap<number, Permission>> {
    if (caller === null || !scopeAllows(caller.scope, 'chat:read')) return new Map();
    const held = await this.#core.access.countersOf(caller.accountId);
    return new Map([...held].filter(([counterId]) => isFor(caller, counterId)));
  }

  protected async take(text: string): Promise<void> {
    const parsed = parseFrame(OperatorFrame, text);
    if (!parsed.ok) {
      this.refuse(parsed.reason, parsed.key);
      if (!this.#greeted) this.end(CLOSE.policy, parsed.reason);
      return;
    }
    const { frame } = parsed;
    if (this.#greeted) return takeOperatorFrame(this.#core, this, frame);
    if (frame.type !== 'hello') {
      this.refuse('malformed');
      return this.end(CLOSE.policy, 'malformed');
    }
    this.#greeted = true;
    this.stopAwaitingHello();
    this.#core.hub.addOperator(this);
    if (this.canAnswer) await this.#core.roster.came(this.accountId);
    await operatorWelcome(this.#core, this);
    await this.#core.availability.check(this.#counters.keys());
  }

  protected left(): void {
    this.#core.hub.removeOperator(this);
    // Visitors need not be told: their own sockets end with the server's.
    if (!this.#greeted || this.#core.roster.isEnding) return;
    this.#goAway().catch((error: unknown) =>
      this.#core.log.error({ error: String(error) }, 'Visitors were not told.'),
    );
  }

  /** A page load of the console, or a break in the network: they may be back in a moment [C47]. */
  async #goAway(): Promise<void> {
    const { roster, availability } = this.#core;
    const before = this.#counters;
    const ask = async () => {
      const now = await this.#rightsOf(await this.#request.caller());
      return new Map([...now].filter(([counterId]) => before.has(counterId)));
    };
    const isWaitedFor = this.canAnswer && !this.#isCutOff;
    await roster.left(this.accountId, isWaitedFor ? { may: before, ask } : null);
    await availability.check(this.#counters.keys());
  }
}

function sameRights(one: ReadonlyMap<number, Permission>, other: ReadonlyMap<number, Permission>): boolean {
  return one.size === other.size && [...one].every(([id, permission]) => other.get(id) === permission);
}
