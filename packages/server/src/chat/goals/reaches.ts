/** Invitation rules that ask for a goal are decided again when a visitor on the site reaches one. */
import type { Clock } from '../../kit/clock.ts';
import type { FaultLog } from '../../kit/log.ts';
import type { Hub } from '../hub.ts';
import type { Availability } from '../operators/availability.ts';
import type { InvitationDesk, Reach } from '../outward.ts';
import { contextOf, type Entry, type Presence } from '../presence/index.ts';

export interface Reaches {
  /** To be told after they are in the analytics store. Returns at once; never throws. */
  take(reaches: readonly Reach[]): void;
  /** Resolves when everything begun has ended. */
  idle(): Promise<void>;
}

interface ReachesDeps {
  readonly presence: Pick<Presence, 'find'>;
  readonly hub: Pick<Hub, 'toVisitor'>;
  readonly desk: Pick<InvitationDesk, 'asksForGoals' | 'rulesFor'>;
  readonly availability: Pick<Availability, 'isOnline'>;
  readonly clock: Clock;
  readonly log: Pick<FaultLog, 'warn'>;
}

/** Visitors who wait to be looked at; of more, their next page decides. */
const MOST_WAITING = 1_000;

export function createReaches(deps: ReachesDeps): Reaches {
  const { presence, hub, desk, availability, clock, log } = deps;
  const waiting = new Set<Entry>();
  let running = Promise.resolve();

  async function decide(entry: Entry): Promise<void> {
    const { counterId, visitor } = entry.holder;
    if (!(await desk.asksForGoals(counterId))) return;
    const online = await availability.isOnline(counterId);
    const context = contextOf(entry);
    const rules = await desk.rulesFor({ counterId, visitor, context, online, now: clock.now() });
    hub.toVisitor(entry.holder, { type: 'rules', rules });
  }

  async function run(): Promise<void> {
    for (const entry of waiting) {
      waiting.delete(entry);
      await decide(entry).catch((error: unknown) =>
        log.warn({ error: String(error) }, 'Invitation rules were not decided anew.'),
      );
    }
  }

  return {
    take(reaches) {
      const before = waiting.size;
      for (const { counterId, visitor } of reaches) {
        const entry = presence.find(counterId, visitor);
        if (entry !== null && entry.tabs > 0 && waiting.size < MOST_WAITING) waiting.add(entry);
      }
      if (before === 0 && waiting.size > 0) running = running.then(run);
    },
    idle: () => running,
  };
}
