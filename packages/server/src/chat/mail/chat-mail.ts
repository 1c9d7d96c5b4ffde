/** Runs the chat's e-mail: finds what is to be mailed, at each event and by the clock, and sends it. */
import type { ChatListener } from '../outward.ts';
import type { ChatMailDeps, ChatSide } from './deps.ts';
import { createPlanner } from './plan.ts';
import { createSender } from './send.ts';

export interface ChatMail {
  readonly listener: ChatListener;
  /** Takes up what an earlier run left, and begins. */
  start(chat: ChatSide): void;
  /** Looks and sends now. For tests; a running server does so by itself. */
  round(chat: ChatSide): Promise<void>;
  /** Lets a letter that is being sent go through for a moment; what waits is sent by the next run. */
  close(): Promise<void>;
}

const EVERY_MS = 5_000;
const PRUNE_MS = 3_600_000;
/** What is mailed must be known for longer than anything is mailed after. */
const KEEP_MS = 30 * 24 * 3_600_000;
const LAST_MS = 3_000;

export function createChatMail(deps: ChatMailDeps): ChatMail {
  const { mails, clock, log } = deps;
  const planner = createPlanner(deps);
  const sender = createSender(deps);
  const ending = new AbortController();
  let side: ChatSide | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let prunedAt = clock.now();
  let closed = false;

  async function round(chat: ChatSide): Promise<void> {
    await sender.settle();
    await planner.plan(chat);
    await sender.send(chat, ending.signal);
    if (clock.now() - prunedAt < PRUNE_MS) return;
    prunedAt = clock.now();
    await mails.prune(prunedAt - KEEP_MS);
  }

  async function rounds(chat: ChatSide): Promise<void> {
    do {
      again = false;
      try {
        await round(chat);
      } catch (error) {
        log.error({ error: String(error) }, 'E-mail of the chat waits.');
      }
      // eslint-disable-next-line no-unmodified-loop-condition -- set by `wake` and `close` during the `await`
    } while (again && !closed);
  }

  function wake(): void {
    if (closed || side === null) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = rounds(side).finally(() => {
      running = null;
    });
  }

  return {
    listener: {
      happened(event) {
        if (event === 'offline_message') wake();
      },
    },
    start(chat) {
      side = chat;
      timer = setInterval(wake, EVERY_MS).unref();
      wake();
    },
    round,
    async close() {
      closed = true;
      clearInterval(timer);
      const last = setTimeout(() => ending.abort(), LAST_MS);
      await running;
      clearTimeout(last);
    },
  };
}
