/** Who is on the pages of each counter now, in memory, fed by the visitors' sockets [C40]. */
import type { Clock } from '../../kit/clock.ts';
import type { Arrival, Entry, PageNow } from './entry.ts';

/** How long a visitor is on the site after their last tab went [C40]. */
const LEAVE_MS = 30_000;
/** A visit's silence, as most counters have it [V2]. */
const VISIT_MS = 30 * 60_000;

/** Of the one who was here before under the same visitor number, whom another one must not be taken for. */
const NOTHING_SAID = { invited: false, name: '', conversationId: null, typing: '' } as const;

/** What changed on one counter since it was last asked. */
export interface Changes {
  readonly counterId: number;
  readonly changed: readonly Entry[];
  readonly left: readonly string[];
}

export interface Presence {
  /** A tab has come. */
  arrive(arrival: Arrival): Entry;
  /** A tab shows another page. */
  move(entry: Entry, page: PageNow): void;
  /** A tab has gone. */
  leave(entry: Entry): void;
  update(
    entry: Entry,
    changes: Partial<Pick<Entry, 'invited' | 'name' | 'conversationId' | 'typing' | 'visits'>>,
  ): void;
  /** They are there still, as visitors who have said nothing: a name and a conversation are kept no more. */
  forgetSaid(counterId: number, people: ReadonlySet<string>): void;
  find(counterId: number, visitor: string): Entry | null;
  people(counterId: number): Iterable<Entry>;
  /** Whether any visitor has been here since the server started. */
  hadAnybody(counterId: number): boolean;
  /** Everything since the last call; forgets those who have been away for long enough. */
  takeChanges(): Changes[];
}

interface Counter {
  readonly people: Map<string, Entry>;
  readonly changed: Set<Entry>;
  left: string[];
}

export function createPresence(clock: Clock): Presence {
  const counters = new Map<number, Counter>();
  /** In order of going. */
  const going = new Set<Entry>();
  const visited = new Set<number>();

  function counterOf(counterId: number): Counter {
    let counter = counters.get(counterId);
    if (counter === undefined) {
      counter = { people: new Map(), changed: new Set(), left: [] };
      counters.set(counterId, counter);
    }
    return counter;
  }

  function touch(entry: Entry): void {
    if (entry.listed) counterOf(entry.holder.counterId).changed.add(entry);
  }

  return {
    arrive(arrival) {
      const now = clock.now();
      const { holder } = arrival;
      visited.add(holder.counterId);
      const counter = counterOf(holder.counterId);
      const known = counter.people.get(holder.visitor);
      // A visitor number proves nothing [C4]: the first one who is here under it stays.
      if (known !== undefined && known.tabs > 0 && known.holder.personId !== holder.personId)
        return entryOf(arrival, now, false);
      if (known === undefined) {
        const entry = entryOf(arrival, now, true);
        counter.people.set(holder.visitor, entry);
        touch(entry);
        return entry;
      }
      known.tabs++;
      known.goneAt = null;
      going.delete(known);
      if (known.holder.personId !== holder.personId) Object.assign(known, NOTHING_SAID);
      known.holder = holder;
      if (now - known.lastActivityAt > VISIT_MS) begin(known, arrival, now);
      else if (arrival.page.url !== known.page.url) known.pages++;
      known.lastActivityAt = now;
      known.page = arrival.page;
      known.consent = arrival.consent;
      touch(known);
      return known;
    },
    move(entry, page) {
      if (page.url !== entry.page.url) entry.pages++;
      entry.page = page;
      entry.lastActivityAt = clock.now();
      touch(entry);
    },
    leave(entry) {
      entry.tabs--;
      if (entry.tabs > 0) return;
      entry.goneAt = clock.now();
      entry.typing = '';
      if (!entry.listed) return;
      going.delete(entry);
      going.add(entry);
      touch(entry);
    },
    update(entry, changes) {
      Object.assign(entry, changes);
      touch(entry);
    },
    forgetSaid(counterId, people) {
      for (const entry of counters.get(counterId)?.people.values() ?? []) {
        if (!people.has(entry.holder.personId)) continue;
        Object.assign(entry, NOTHING_SAID);
        touch(entry);
      }
    },
    find: (counterId, visitor) => counters.get(counterId)?.people.get(visitor) ?? null,
    hadAnybody: (counterId) => visited.has(counterId),
    people: (counterId) => counters.get(counterId)?.people.values() ?? [],
    takeChanges() {
      forget(clock.now() - LEAVE_MS);
      const taken: Changes[] = [];
      for (const [counterId, counter] of counters) {
        if (counter.changed.size > 0 || counter.left.length > 0) {
          taken.push({ counterId, changed: [...counter.changed], left: counter.left });
          counter.changed.clear();
          counter.left = [];
        }
        if (counter.people.size === 0) counters.delete(counterId);
      }
      return taken;
    },
  };

  function forget(goneBefore: number): void {
    for (const entry of going) {
      if (entry.goneAt === null || entry.goneAt > goneBefore) return;
      going.delete(entry);
      const { counterId, visitor } = entry.holder;
      const counter = counterOf(counterId);
      counter.people.delete(visitor);
      counter.changed.delete(entry);
      counter.left.push(visitor);
    }
  }
}

/** A visitor who left a page open comes again: this is another visit. */
function begin(entry: Entry, { page, landing }: Arrival, now: number): void {
  entry.since = now;
  entry.pages = 1;
  entry.visits = null;
  entry.landing = landing ?? { url: page.url, referrer: page.referrer };
}

function entryOf(arrival: Arrival, now: number, listed: boolean): Entry {
  const { holder, page, agent, country, language, phone, consent } = arrival;
  return {
    holder,
    listed,
    page,
    landing: arrival.landing ?? { url: page.url, referrer: page.referrer },
    agent,
    country,
    language,
    phone,
    consent,
    // A visitor whom this server does not know may have been here before it started, or before they were away.
    since: now - (arrival.visit?.age ?? 0),
    pages: arrival.visit?.pages ?? 1,
    tabs: 1,
    goneAt: null,
    lastActivityAt: now,
    visits: null,
    ...NOTHING_SAID,
  };
}
