/** A connection over plain requests: numbers both ways, so that what is asked or answered twice counts once [C94]. */
import type { PollAnswer, PollRequest } from '@goalpost/contract/chat/polling';
import type { Connection, Socket } from '../../chat/index.ts';

export interface SessionDeps {
  /** What becomes of its frames. */
  connect(socket: Socket): Connection;
  /** A larger frame ends the connection. */
  readonly maxFrameBytes: number;
  readonly now: () => number;
}

/** RFC 6455: the same numbers that a socket ends with. */
const TOO_BIG = 1009;
const BROKEN = 1006;

/** Of what waits, so much is said in one answer: a small question is not to cost megabytes, over and over. */
const ANSWER_BYTES = 256 * 1024;

/** A client that broke off may ask again within this time; one that said nothing, or whose tab is hidden. */
const BROKEN_OFF_MS = 10_000;
const SILENT_MS = 40_000;
const RESTING_MS = 120_000;

export class PollSession implements Socket {
  readonly #connection: Connection;
  readonly #deps: SessionDeps;
  /** Not heard by the client yet, as far as it has said. */
  #events: { readonly text: string; readonly bytes: number }[] = [];
  #from = 0;
  #bytes = 0;
  #taken = 0;
  #code: number | null = null;
  #isGone = false;
  /** Requests that are being answered. */
  #asking = 0;
  #expiresAt: number;
  /** The request that waits for events: the latest alone does. */
  #wake: (() => void) | null = null;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#expiresAt = deps.now() + SILENT_MS;
    this.#connection = deps.connect(this);
  }

  get bufferedAmount(): number {
    return this.#bytes;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** No request has come for longer than this kind of silence may last. */
  isExpired(): boolean {
    return this.#asking === 0 && this.#deps.now() >= this.#expiresAt;
  }

  send(text: string): void {
    if (this.#code !== null) return;
    const bytes = Buffer.byteLength(text);
    this.#events.push({ text, bytes });
    this.#bytes += bytes;
    this.#wake?.();
  }

  close(code: number): void {
    if (this.#code !== null) return;
    this.#code = code;
    this.#wake?.();
    // It may be closed while it is connected.
    queueMicrotask(() => this.leave());
  }

  /** Nothing more will be said to it: what waits is let go. */
  terminate(): void {
    this.close(BROKEN);
    this.#events = [];
    this.#bytes = 0;
  }

  /** The client has gone; also called when the server has ended it. */
  leave(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#connection.gone();
    this.#wake?.();
  }

  /** @param ended resolves when the client breaks the request off, or the time to wait is over */
  async exchange(request: PollRequest, ended: Promise<void>): Promise<PollAnswer> {
    this.#asking++;
    this.#forget(request.heard);
    await this.#take(request);
    const rests = request.rests === true;
    if (request.frames.length === 0 && !rests) await this.#somethingToSay(ended);
    this.#asking--;
    this.#expiresAt = this.#deps.now() + (rests ? RESTING_MS : SILENT_MS);
    const events = this.#firstEvents();
    // The end comes with the last of them.
    const code = events.length === this.#events.length ? this.#code : null;
    return { taken: this.#taken, from: this.#from, events: events.map(({ text }) => text), code };
  }

  /** At least one where there are any. */
  #firstEvents() {
    let bytes = 0;
    const tooMuch = this.#events.findIndex((event, at) => (bytes += event.bytes) > ANSWER_BYTES && at > 0);
    return tooMuch < 0 ? this.#events : this.#events.slice(0, tooMuch);
  }

  /** The client broke off: it comes again soon, or not at all. */
  brokenOff(): void {
    this.#expiresAt = Math.min(this.#expiresAt, this.#deps.now() + BROKEN_OFF_MS);
  }

  #forget(heard: number): void {
    const known = this.#events.splice(0, Math.max(0, heard - this.#from));
    this.#from += known.length;
    for (const { bytes } of known) this.#bytes -= bytes;
  }

  /** Resolves when those that are new have been carried out. */
  async #take({ first, frames }: PollRequest): Promise<void> {
    // What is left out has been lost: a new connection asks for everything again.
    if (first > this.#taken) return this.close(BROKEN);
    const fresh = frames.slice(this.#taken - first);
    if (fresh.length === 0) return;
    this.#taken = first + frames.length;
    await Promise.all(fresh.map((text) => this.#carryOut(text)));
  }

  #carryOut(text: string): Promise<void> {
    if (this.#code !== null) return Promise.resolve();
    if (Buffer.byteLength(text) > this.#deps.maxFrameBytes) {
      this.close(TOO_BIG);
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#connection.frame(text, resolve));
  }

  async #somethingToSay(ended: Promise<void>): Promise<void> {
    this.#wake?.();
    if (this.#events.length > 0 || this.#code !== null || this.#isGone) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await Promise.race([promise, ended]);
    if (this.#wake === resolve) this.#wake = null;
  }
}
