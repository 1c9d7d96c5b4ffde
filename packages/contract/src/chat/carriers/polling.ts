/** Frames of the chat in plain requests, for networks that let no socket through [C93]: the client's side. */

/** One connection as clients use it, whatever carries it. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

/** Called one after the other, never before the wire has been handed out. */
export interface WireEvents {
  opened(): void;
  said(text: string): void;
  /** @param code as a socket's; never after `close` */
  closed(code: number): void;
}

/** What a request says. The server knows a connection by its `id`, which is a secret. */
export interface PollRequest {
  readonly id: string;
  /** Events taken so far: the server keeps the later ones until it is told. */
  readonly heard: number;
  /** Number of the first of `frames`: one that comes a second time is known by its number [C94]. */
  readonly first: number;
  readonly frames: readonly string[];
  /** The tab is hidden: the next request may be long in coming, and this one is answered at once. */
  readonly rests?: boolean | undefined;
  /** There will be no other. */
  readonly bye?: boolean | undefined;
}

export interface PollAnswer {
  /** Frames taken so far. */
  readonly taken: number;
  /** Number of the first of `events`. */
  readonly from: number;
  readonly events: readonly string[];
  /** The connection ends after these events; null: it does not. */
  readonly code: number | null;
}

export const POLL_ID_PATTERN = /^[\w-]{22,64}$/;
/** Frames of one request; the rest follows in the next. */
export const MOST_FRAMES = 50;
/** The server answers a request by then, whether there is something to say or not. */
export const POLL_HOLD_MS = 20_000;
/** What has no answer so long after that gets none. */
const OVERDUE_MS = 10_000;
/** Failures in a row after which the connection is lost; the server keeps it a little longer than they take. */
const MOST_FAILURES = 3;
const RETRY_MS = 500;
/** As a socket's that broke. */
const BROKEN = 1006;

export interface PollingDeps {
  /** @param isLast the page may be going: it is sent all the same */
  post(body: string, isLast: boolean): Promise<string>;
  /** It cannot be guessed. */
  newId(): string;
  isHidden(): boolean;
  later(ms: number, task: () => void): unknown;
  toText(request: PollRequest): string | undefined;
  /** Whatever the other side said; undefined where it is no JSON. */
  read(text: string): unknown;
}

/**
 * Two kinds of requests: those that carry frames, one at a time, answered when the frames are carried out; and one
 * that waits for events. Each answer is whole, so that nothing on the way can hold back what is in it [C95].
 */
export function openPolling(deps: PollingDeps, { opened, said, closed }: WireEvents): Wire {
  const { post, later, isHidden } = deps;
  const id = deps.newId();
  const waiting: string[] = [];
  let first = 0;
  let heard = 0;
  let failures = 0;
  let hasAnswered = false;
  let isSending = false;
  let isListening = false;
  let isOver = false;

  const end = (code: number): void => {
    if (isOver) return;
    isOver = true;
    closed(code);
  };

  const take = (text: string): void => {
    const { taken, from, events, code } = answerIn(deps.read(text));
    if (taken > first) {
      waiting.splice(0, taken - first);
      first = taken;
    }
    events.forEach((event, at) => {
      if (isOver || from + at !== heard) return;
      heard++;
      said(event);
    });
    if (code !== null) end(code);
  };

  /** Resolves with whether there was an answer, or the connection is over. */
  const ask = async (frames: readonly string[], more: Partial<PollRequest> = {}): Promise<boolean> => {
    try {
      const body = deps.toText({ id, heard, first, frames, ...more }) ?? '';
      const text = await new Promise<string>((resolve, reject) => {
        later(POLL_HOLD_MS + OVERDUE_MS, () => reject(new Error('overdue')));
        post(body, more.bye === true).then(resolve, reject);
      });
      if (isOver) return true;
      take(text);
      failures = 0;
      hasAnswered = true;
      return true;
    } catch {
      // What has never been answered is the caller's to try again.
      if (!hasAnswered || ++failures >= MOST_FAILURES) end(BROKEN);
      else await new Promise<void>((resolve) => later(RETRY_MS * failures, resolve));
      return isOver;
    }
  };

  const listen = async (): Promise<void> => {
    if (isListening || isOver || first === 0) return;
    isListening = true;
    let rests = false;
    while (!isOver && !rests) {
      rests = isHidden();
      await ask([], rests ? { rests } : {});
    }
    isListening = false;
  };

  const flush = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    while (!isOver && waiting.length > 0)
      await ask(waiting.slice(0, MOST_FRAMES), isHidden() ? { rests: true } : {});
    isSending = false;
    void listen();
  };

  void Promise.resolve().then(() => isOver || opened());
  return {
    send: (text) => {
      if (isOver) return;
      waiting.push(text);
      void flush();
    },
    close: () => {
      if (isOver) return;
      isOver = true;
      if (first > 0 || isSending)
        post(deps.toText({ id, heard, first, frames: [], bye: true }) ?? '', true).catch(() => undefined);
    },
  };
}

/** @throws where it is not an answer of this protocol, such as a proxy's own page */
function answerIn(value: unknown): PollAnswer {
  const { taken, from, events, code } = Object(value) as Partial<PollAnswer>;
  if (!Array.isArray(events) || !(Number(taken) >= 0) || !(Number(from) >= 0)) throw new Error('no answer');
  return { taken: Number(taken), from: Number(from), events, code: Number(code) || null };
}
