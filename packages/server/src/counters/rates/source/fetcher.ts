/** Fetches the rates of counters: once a day, again after pauses where it failed; what came last stays [M93]. */
import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import type { RateFault, RateFaultCode } from '@goalpost/contract/notices/rate-source';
import type { Clock } from '../../../kit/clock.ts';
import type { FaultLog } from '../../../kit/log.ts';
import { claimDue } from '../../../kit/outbox/port.ts';
import { restAfter, type OutboxPolicy } from '../../../kit/outbox/policy.ts';
import type { Reached } from '../../../notify/index.ts';
import type { CounterStore } from '../../port.ts';
import { chooseRates, withNew } from './chosen-rates.ts';
import type { RateFetch, RateSourceRecord, RateSourceStore } from './port.ts';
import { isFault, readRateFile } from './rate-file.ts';

export interface RateFetcherDeps {
  readonly sources: RateSourceStore;
  readonly counters: Pick<CounterStore, 'get'>;
  /** Never throws. */
  ask(url: string, mostBytes: number, signal: AbortSignal): Promise<Reached>;
  readonly clock: Clock;
  readonly log: FaultLog;
  readonly node: string;
}

export interface RateFetcher {
  /** Fetches what is due. Never throws. */
  work(signal: AbortSignal): Promise<void>;
  /** Fetches now. @returns the source as it is then; null: there is none */
  now(counterId: number, signal: AbortSignal): Promise<RateSourceRecord | null>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MOST_BYTES = 1_000_000;
const AT_ONCE = 10;
const POLICY: OutboxPolicy = {
  claimMs: 10 * MINUTE_MS,
  pausesMs: [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS],
};

export function createRateFetcher(deps: RateFetcherDeps): RateFetcher {
  const { sources, counters, ask, clock, log, node } = deps;

  async function one(source: RateSourceRecord, signal: AbortSignal): Promise<void> {
    const counter = await counters.get(source.counterId);
    const now = clock.now();
    if (counter?.status !== 'Active') return sources.fetched(source, { ...source, nextAt: now + DAY_MS });
    const answer = await ask(source.url, MOST_BYTES, signal);
    // An attempt that the end of the server cut off says nothing of the address.
    if (signal.aborted) return;
    await sources.fetched(source, fetchOf(source, answer, clock.now()));
  }

  return {
    async work(signal) {
      try {
        const now = clock.now();
        const claim = { node, until: now + POLICY.claimMs };
        for (const source of await claimDue(sources, ({ counterId }) => counterId, now, AT_ONCE, claim)) {
          if (signal.aborted) return;
          await one(source, signal).catch((error: unknown) =>
            log.warn(
              { error: String(error), counterId: source.counterId },
              'Fetched rates could not be kept.',
            ),
          );
        }
      } catch (error) {
        log.warn({ error: String(error) }, 'Which rates are to be fetched is not known.');
      }
    },
    async now(counterId, signal) {
      const source = await sources.get(counterId);
      if (source !== null) await one(source, signal);
      return sources.get(counterId);
    },
  };
}

/** What an answer makes of a source. */
function fetchOf(source: RateSourceRecord, answer: Reached, now: number): RateFetch {
  const file = readAnswer(answer);
  const found = isFault(file) ? file : chooseRates(file, source, now);
  if (!isFault(found))
    return {
      rates: withNew(source.rates, found.rates),
      nextAt: now + DAY_MS,
      failures: 0,
      fetchedAt: now,
      fault: found.fault,
    };
  const failures = source.failures + 1;
  return { ...source, failures, nextAt: now + (restAfter(POLICY, failures) ?? DAY_MS), fault: found };
}

function readAnswer({ status, line, body, isWhole }: Reached) {
  if (status === null) return unanswered(line);
  if (status !== 200) return { code: 'status', detail: line.slice(0, 100) } satisfies RateFault;
  if (!isWhole) return { code: 'too_large', detail: '' } satisfies RateFault;
  return readRateFile(body.toString('utf8'));
}

const NETWORK = [
  'private',
  'timeout',
  'no_host',
  'refused',
  'broken',
  'certificate',
] as const satisfies readonly RateFaultCode[];

function unanswered(line: string): RateFault {
  const code = NETWORK.find((one) => line.startsWith(WEBHOOK_FAULTS[one]));
  return {
    code: code ?? 'other',
    detail: code === undefined || code === 'certificate' ? line.slice(0, 200) : '',
  };
}
