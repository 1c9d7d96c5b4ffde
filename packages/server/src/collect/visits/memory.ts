/** The visits of one counter that hits may still join, by visitor. */
import { MAX_LATENESS_SECONDS } from '@goalpost/contract';
import { pastAfter } from './past.ts';
import { withEarlier, type Visit } from './visit.ts';

export class VisitMemory {
  /** Robots' visits are apart from people's, also of the same number. Least recently touched first. */
  readonly #visitors = new Map<string, Visit>();

  latest(visitor: string, robot: boolean): Visit | null {
    return this.#visitors.get(keyOf(visitor, robot)) ?? null;
  }

  get size(): number {
    return this.#visitors.size;
  }

  /** Every visit, in an order that `restore` keeps. */
  *all(): Generator<Visit> {
    for (const latest of this.#visitors.values()) yield* [...withEarlier(latest)].toReversed();
  }

  /** Takes one of `all`, in its order. */
  restore(visit: Visit): void {
    visit.earlier = this.latest(visit.visitor, visit.robot);
    this.#visitors.set(keyOf(visit.visitor, visit.robot), visit);
  }

  /**
   * Keeps a visit that was just opened, and forgets the visitor's visits that no hit can join any more.
   * @param bound see `forgettingBound`
   * @returns visits that were opened before it and begin after it: their past has changed
   */
  open(visit: Visit, bound: number): readonly Visit[] {
    this.restore(visit);
    const others = [...withEarlier(visit.earlier)].toSorted((one, other) => one.startedAt - other.startedAt);
    for (let kept = visit; kept.earlier !== null;) {
      if (kept.earlier.lastArrival < bound) kept.earlier = kept.earlier.earlier;
      else kept = kept.earlier;
    }
    const later = others.filter(({ startedAt }) => startedAt > visit.startedAt);
    const before = others.findLast(({ startedAt }) => startedAt <= visit.startedAt);
    if (before !== undefined) visit.past = pastAfter(before);
    else if (later[0] !== undefined) visit.past = later[0].past;
    let previous = visit;
    for (const next of later) {
      next.past = pastAfter(previous);
      previous = next;
    }
    return later;
  }

  /** Marks a visitor as the most recently touched. */
  touch(visit: Visit): void {
    const key = keyOf(visit.visitor, visit.robot);
    const latest = this.#visitors.get(key);
    if (latest === undefined) return;
    this.#visitors.delete(key);
    this.#visitors.set(key, latest);
  }

  /**
   * Forgets visitors none of whose visits can be joined any more.
   * @param bound see `forgettingBound`
   * @yields after each that is forgotten
   */
  *forget(bound: number): Generator<void> {
    for (const [key, latest] of this.#visitors) {
      for (const { lastArrival } of withEarlier(latest)) if (lastArrival >= bound) return;
      this.#visitors.delete(key);
      yield;
    }
  }
}

/**
 * No hit can join a visit whose latest hit arrived before this: it would stand too far before its own
 * arrival [V10]. Seconds.
 * @param now arrival of the latest hit, seconds
 * @param timeout seconds
 */
export function forgettingBound(now: number, timeout: number): number {
  return now - MAX_LATENESS_SECONDS - timeout;
}

const keyOf = (visitor: string, robot: boolean): string => (robot ? `${visitor} robot` : visitor);
