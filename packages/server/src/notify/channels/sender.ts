/**
 * Sends what is due by channels, those of one channel one after the other. A try that failed is made again as those
 * of webhooks are: eight tries over a day.
 */
import type { Clock } from '../../kit/clock.ts';
import type { FaultLog } from '../../kit/log.ts';
import { restAfter } from '../../kit/outbox/policy.ts';
import { claimDue } from '../../kit/outbox/port.ts';
import { DELIVERY_POLICY } from '../webhooks/retry-schedule.ts';
import type { Sent, Tools } from './channel.ts';
import { CHANNELS } from './kinds.ts';
import type { ChannelRecord, Notice, NoticeStore } from './port.ts';

export interface NoticeSender {
  /** Sends what is due; one run at a time. Never throws. */
  work(): Promise<void>;
  /** Of what was sent long ago. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

export interface NoticeSenderDeps {
  readonly store: NoticeStore;
  readonly tools: Pick<Tools, 'post' | 'mail' | 'telegramUrl'>;
  readonly clock: Clock;
  readonly log: FaultLog;
  readonly node: string;
}

const AT_ONCE = 32;
/** Longer than the letters of one channel take, one after the other. */
const CLAIM_MS = 5 * 60_000;
const KEPT_MS = 30 * 24 * 3_600_000;

export function createNoticeSender({ store, tools, clock, log, node }: NoticeSenderDeps): NoticeSender {
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let asked = false;

  async function all(): Promise<void> {
    for (asked = true; asked && !ending.signal.aborted;) {
      asked = false;
      const now = clock.now();
      const mine = await claimDue(store, ({ id }) => id, now, AT_ONCE, { node, until: now + CLAIM_MS });
      const lines = Map.groupBy(mine, ({ channelId }) => channelId);
      await Promise.all([...lines.values()].map((line) => inTurn(line)));
      if (mine.length === AT_ONCE) asked = true;
    }
  }

  async function inTurn(line: readonly Notice[]): Promise<void> {
    for (const notice of line) {
      if (ending.signal.aborted) return;
      await one(notice).catch((error: unknown) => {
        log.warn({ error: String(error), notice: notice.id }, 'A message could not be sent or written down.');
      });
    }
  }

  async function one(notice: Notice): Promise<void> {
    const channel = (await store.channels(notice.counterId)).find(({ id }) => id === notice.channelId);
    const sent: Sent =
      channel === undefined
        ? { outcome: 'refused', answer: 'The channel was removed.' }
        : await send(channel, notice);
    // Broken off by our own end: it counts as not made.
    if (sent.outcome === 'later' && ending.signal.aborted) return;
    const attempts = notice.attempts + 1;
    const rest = sent.outcome === 'later' ? restAfter(DELIVERY_POLICY, attempts) : null;
    await store.noted(notice, {
      status: sent.outcome === 'sent' ? 'delivered' : rest === null ? 'failed' : 'waiting',
      attempts,
      nextAt: clock.now() + (rest ?? 0),
      lastAnswer: sent.answer,
      at: clock.now(),
    });
  }

  function send(channel: ChannelRecord, notice: Notice): Promise<Sent> {
    return CHANNELS[channel.kind].send(channel.config, notice, {
      ...tools,
      now: clock.now(),
      signal: ending.signal,
      beforeHandover: () => store.handed(notice.id),
    });
  }

  return {
    work() {
      asked = true;
      running = running.then(() =>
        asked
          ? all().catch((error: unknown) =>
              log.warn({ error: String(error) }, 'What is to be sent is not known.'),
            )
          : undefined,
      );
      return running;
    },
    prune: () => store.prune(clock.now() - KEPT_MS),
    async close() {
      ending.abort();
      await running;
    },
  };
}
