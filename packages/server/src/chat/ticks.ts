/** What the chat does by the clock: Users' deltas, operators who may not any more, hours, silent conversations. */
import type { VisitorStory } from '../visitors/port.ts';
import type { Clock } from '../kit/clock.ts';
import type { Hub, OperatorOutlet } from './hub.ts';
import type { Availability } from './operators/availability.ts';
import type { Roster } from './operators/roster.ts';
import {
  personView,
  viewFor,
  type Changes,
  type Entry,
  type PersonFacts,
  type Presence,
} from './presence/index.ts';
import { pagesOf } from './sockets/index.ts';

export interface Ticks {
  /** The latest moment's news of who is on the site, to consoles that watch. */
  tellPeople(): void;
  /** Cuts off operators who lost their permission or their sign-in, and awaits those who left no longer [C47]. */
  recheckOperators(): Promise<void>;
  /** The same at once of one account, whose permission has just changed. */
  recheckAccount(accountId: string): Promise<void>;
  /** Working hours begin and end. */
  checkHours(): Promise<void>;
  /** Asks analytics how often those on watched sites have been there. */
  countVisits(): Promise<void>;
}

export interface TickDeps {
  readonly hub: Pick<Hub, 'operators'>;
  readonly presence: Presence;
  readonly personFacts: PersonFacts;
  readonly availability: Pick<Availability, 'check' | 'known'>;
  readonly roster: Pick<Roster, 'counters' | 'look'>;
  readonly clock: Clock;
  readonly story: Pick<VisitorStory, 'visitCounts'>;
}

/** A visit is in the store a few seconds after its first hit. */
const COUNT_AFTER_MS = 5_000;
/** Visitors asked about in one go. */
const COUNT_AT_ONCE = 500;

export function createTicks(deps: TickDeps): Ticks {
  const { hub, presence, personFacts, availability, roster, clock, story } = deps;
  const watchers = () => [...hub.operators()].filter((one) => one.watchesPeople);
  const isWatched = (counterId: number) => watchers().some((one) => one.mayRead(counterId));

  function tell({ counterId, changed, left }: Changes): void {
    const readers = watchers().filter((one) => one.mayRead(counterId));
    if (readers.length === 0) return;
    const people = changed.map((entry) => personView(entry, personFacts));
    for (const [role, theirs] of Map.groupBy(readers, (one) => one.roleOn(counterId))) {
      const [first = [], ...rest] = pagesOf(people.map((person) => viewFor(role, person)));
      const frames = [
        { type: 'people', counterId, changed: first, left },
        ...rest.map((page) => ({ type: 'people', counterId, changed: page, left: [] })),
      ].map((frame) => JSON.stringify(frame));
      for (const reader of theirs) for (const frame of frames) reader.sendText(frame);
    }
  }

  async function recheck(operators: Iterable<OperatorOutlet>): Promise<void> {
    for (const operator of operators) await operator.recheck();
    const awaited = roster.counters();
    await roster.look();
    await availability.check(awaited);
  }

  return {
    tellPeople() {
      for (const changes of presence.takeChanges()) tell(changes);
    },
    recheckOperators: () => recheck(hub.operators()),
    recheckAccount: (accountId) => recheck([...hub.operators()].filter((one) => one.accountId === accountId)),
    async checkHours() {
      const staffed = [...hub.operators()].flatMap((one) => [...one.counters()]);
      await availability.check(new Set([...availability.known(), ...staffed, ...roster.counters()]));
    },
    async countVisits() {
      const watched = new Set(
        watchers()
          .flatMap((one) => [...one.counters()])
          .filter(isWatched),
      );
      for (const counterId of watched) {
        const due: Entry[] = [];
        for (const entry of presence.people(counterId)) {
          if (entry.visits === null && clock.now() - entry.since >= COUNT_AFTER_MS) due.push(entry);
          if (due.length >= COUNT_AT_ONCE) break;
        }
        if (due.length === 0) continue;
        const counts = await story.visitCounts(
          counterId,
          due.map(({ holder }) => holder.visitor),
        );
        for (const entry of due) presence.update(entry, { visits: counts.get(entry.holder.visitor) ?? 1 });
      }
    },
  };
}
