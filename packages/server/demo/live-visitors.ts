/** Keeps some visitors on the demo's shop: anyone who leaves is followed by another, and some write. */
import type { ConversationView } from '@goalpost/contract/chat';
import { setTimeout as pause } from 'node:timers/promises';
import { DEVICES, PLACES } from './people.ts';
import type { LiveSite } from './live-site.ts';
import { live } from './live-visitor.ts';
import { createChance, type Chance } from './random.ts';
import type { Visitor } from './visits.ts';

const AT_ONCE = 9;
/** While so many wait for an answer, no one begins another: the inbox stays one that can be answered. */
const WAITING_AT_MOST = 4;
const OPEN_AT_MOST = 40;

export interface LiveVisitors {
  /** Resolves when all have left. */
  close(): Promise<void>;
}

interface Options extends LiveSite {
  readonly token: string;
  /** Milliseconds of one second of a visitor's life, for tests. */
  readonly secondMs?: number;
}

export function startLiveVisitors({ token, secondMs = 1_000, ...site }: Options): LiveVisitors {
  const leaving = new AbortController();
  const chance = createChance(Date.now());
  const { signal } = leaving;
  const mayWrite = inTurn(async () => {
    const open = await openConversations(site, token, signal);
    const waiting = open.filter(({ waitingSince }) => waitingSince !== null);
    return waiting.length < WAITING_AT_MOST && open.length < OPEN_AT_MOST;
  });
  const deps = { site, chance, secondMs, signal, mayWrite };

  /** One place on the site, which is never empty for long. */
  async function place(index: number): Promise<void> {
    await pause(index * 0.4 * secondMs, undefined, { signal });
    // The first ones write at once, so that there is something to answer.
    let writes = index < 3;
    while (!signal.aborted) {
      // A server that cannot answer now is visited again later.
      await live(newVisitor(chance), writes, deps).catch(() => undefined);
      writes = chance.happens(0.4);
      await pause(chance.between(2, 15) * secondMs, undefined, { signal });
    }
  }

  const places = Array.from({ length: AT_ONCE }, async (_, index) => {
    await place(index).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  });
  return {
    close: async () => {
      leaving.abort();
      await Promise.all(places);
    },
  };
}

function newVisitor(chance: Chance): Visitor {
  return {
    id: `${Math.floor(Date.now() / 1000)}${chance.between(100_000_000, 999_999_999)}`,
    device: chance.pick(DEVICES),
    ...chance.pick(PLACES),
  };
}

type Open = Pick<ConversationView, 'waitingSince'>;

async function openConversations(site: LiveSite, token: string, signal: AbortSignal): Promise<Open[]> {
  const address = `${site.server}/api/v1/counters/${site.counterId}/chat/conversations?state=open`;
  const answer = await fetch(address, { headers: { authorization: `OAuth ${token}` }, signal });
  if (!answer.ok) throw new Error(`The demo's conversations are not known: ${answer.status}`);
  return ((await answer.json()) as { conversations: Open[] }).conversations;
}

/** One at a time: two who ask at once would both see room for one more. */
function inTurn<T>(ask: () => Promise<T>): () => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return () => {
    const answer = before.then(ask);
    before = answer.catch(() => undefined);
    return answer;
  };
}
