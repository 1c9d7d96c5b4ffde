/** What both kinds of connection share: frames one after the other, limits, and sending with a bound. */
import { setImmediate as untilOthersRan } from 'node:timers/promises';
import type { ChatRefusalReason } from '@goalpost/contract/chat';
import type { FaultLog } from '../../kit/log.ts';
import type { Outlet } from '../hub.ts';
import { RecordsUnavailable } from '../../kit/records.ts';
import { keyIn } from './frames.ts';
import { CLOSE, type Connection, type Socket } from './socket.ts';
import type { TokenBucket } from '../../kit/limits/token-bucket.ts';

/** Bytes that may wait for a slow reader; it gets the rest when it comes again [C7]. */
export const MAX_BUFFERED = 4 * 1024 * 1024;
/** Frames of one socket that may wait for the one before them. */
const MAX_WAITING = 500;
/** A client says hello as soon as it is connected. */
const HELLO_MS = 10_000;

type State =
  | { readonly is: 'awaiting hello'; readonly timer: NodeJS.Timeout }
  | { readonly is: 'open' | 'gone' | 'ended' };

// One for all: most connections say nothing for hours.
const OPEN: State = { is: 'open' };
const GONE: State = { is: 'gone' };
const ENDED: State = { is: 'ended' };

export abstract class BaseConnection implements Connection, Outlet {
  protected readonly socket: Socket;
  readonly #bucket: TokenBucket;
  readonly #log: FaultLog;
  #tail: Promise<void> | null = null;
  #waiting = 0;
  #state: State;

  constructor(socket: Socket, bucket: TokenBucket, log: FaultLog) {
    this.socket = socket;
    this.#bucket = bucket;
    this.#log = log;
    // A tab that slept until now may come again.
    const timer = setTimeout(() => this.end(CLOSE.tryAgain, 'no hello'), HELLO_MS).unref();
    this.#state = { is: 'awaiting hello', timer };
  }

  /** Handles one frame; the next waits until it resolves. */
  protected abstract take(text: string): Promise<void>;
  /** The connection has ended; called once, after the frames that came before. */
  protected abstract left(): void;

  /** It has been said, or will not be. */
  protected stopAwaitingHello(): void {
    if (this.#state.is === 'awaiting hello') this.#become(OPEN);
  }

  #become(state: State): void {
    if (this.#state.is === 'awaiting hello') clearTimeout(this.#state.timer);
    this.#state = state;
  }

  get isOpen(): boolean {
    return this.#state.is === 'open' || this.#state.is === 'awaiting hello';
  }

  /** Closed from this side: `left` has been called, also while a frame is still handled. */
  protected get isEnded(): boolean {
    return this.#state.is === 'ended';
  }

  frame(text: string, done: () => void = () => undefined): void {
    if (this.#isRefused(text)) return done();
    this.queue(() => this.take(text), keyIn(text), done);
  }

  #isRefused(text: string): boolean {
    if (!this.isOpen) return true;
    const verdict = this.#bucket.take();
    if (verdict === 'close') this.end(CLOSE.policy, 'too_fast');
    else if (verdict === 'refuse') this.refuse('too_fast', keyIn(text));
    else if (this.#waiting >= MAX_WAITING) this.end(CLOSE.tryAgain, 'too_fast');
    else return false;
    return true;
  }

  /** The other side has gone: what it said before is carried out all the same. */
  gone(): void {
    if (!this.isOpen) return;
    this.#become(GONE);
    this.queue(async () => this.left());
  }

  sendText(text: string): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED) return this.end(CLOSE.tryAgain, 'too_slow');
    this.socket.send(text);
  }

  refuse(reason: ChatRefusalReason, key: string | null = null): void {
    this.sendText(JSON.stringify({ type: 'refused', reason, key }));
  }

  /** Closes it from this side. */
  end(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#become(ENDED);
    this.socket.close(code, reason);
    this.left();
  }

  /** @param done called once the task has ended, or is left out since the connection has ended */
  protected queue(
    task: () => Promise<void>,
    key: string | null = null,
    done: () => void = () => undefined,
  ): void {
    this.#waiting++;
    const running = async () => {
      try {
        if (!this.isEnded) await task();
      } catch (error) {
        if (error instanceof RecordsUnavailable)
          this.#log.warn({ error: error.message }, 'A chat frame waits.');
        else
          this.#log.error(
            { error: error instanceof Error ? error.stack : String(error) },
            'A chat frame failed.',
          );
        this.refuse('unavailable', key);
        this.end(CLOSE.tryAgain, 'unavailable');
      } finally {
        done();
        this.#waiting--;
        // Most connections say nothing for hours.
        if (this.#waiting === 0) this.#tail = null;
      }
    };
    // Where the store answers at once, frames of many senders would follow each other with nothing else between them.
    this.#tail = this.#tail === null ? running() : this.#tail.then(() => untilOthersRan()).then(running);
  }
}
