/** The visits of one counter that hits may still join, by visitor. */
import { MAX_LATENESS_SECONDS } from '@goalpost/contract/wire';
import type { PackedVisitors } from './packed/packed-visitors.ts';
import { pastAfter } from './past.ts';
import { withEarlier, type Visit } from './visit.ts';

/** Visits of one visitor that are kept: each hit is held against them all [V25]. */
export const MAX_VISITS = 100;

export class VisitMemory {
  readonly #counterId: number;
  readonly #packed: PackedVisitors;
  /** Visitors of the segment in hand; robots' visits are apart from people's, also of the same number. */
  readonly #inHand = new Map<string, Visit>();
  /** Visitors whose last hit arrived before this are gone, whether they were removed yet or not. */
  #bound = 0;
  /** Latest arrival of visitors that were put down in the store [V24]; 0: none was. */
  #restingUntil = 0;

  constructor(counterId: number, packed: PackedVisitors) {
    this.#counterId = counterId;
    this.#packed = packed;
  }

  get bound(): number {
    return this.#bound;
  }

  get restingUntil(): number {
    return this.#restingUntil;
  }

  /** Whether visitors that are not here may wait in the store. */
  get mayRest(): boolean {
    return this.#restingUntil > 0 && this.#restingUntil >= this.#bound;
  }

  /** @param bound see `forgettingBound`; it never falls, so that visitors who are gone stay gone */
  raiseBound(bound: number): void {
    this.#bound = Math.max(this.#bound, bound);
  }

  putDown(lastArrival: number): void {
    this.#restingUntil = Math.max(this.#restingUntil, lastArrival);
  }

  holds(visitor: string, robot: boolean): boolean {
    return this.#inHand.has(keyOf(visitor, robot)) || this.#find(visitor, robot) !== null;
  }

  /** The visit opened last, with those kept with it. */
  latest(visitor: string, robot: boolean): Visit | null {
    const key = keyOf(visitor, robot);
    const inHand = this.#inHand.get(key);
    if (inHand !== undefined) return inHand;
    const visits = this.#find(visitor, robot)?.visits() ?? null;
    if (visits !== null) this.#inHand.set(key, visits);
    return visits;
  }

  /** Takes a visit after those of the same visitor that were opened before it. */
  restore(visit: Visit): void {
    visit.earlier = this.latest(visit.visitor, visit.robot);
    this.#inHand.set(keyOf(visit.visitor, visit.robot), visit);
  }

  /** Nothing is kept of the visitor any more, robot or not. */
  forget(visitor: string): void {
    for (const robot of [false, true]) {
      this.#inHand.delete(keyOf(visitor, robot));
      this.#packed.forget(this.#counterId, visitor, robot);
    }
  }

  /** Takes a visitor up again with all visits, unless they are here. */
  takeUp(latest: Visit): void {
    if (!this.holds(latest.visitor, latest.robot))
      this.#inHand.set(keyOf(latest.visitor, latest.robot), latest);
  }

  /**
   * Keeps a visit that was just opened, and forgets the visitor's visits that no hit can join any more.
   * @param bound see `forgettingBound`
   * @returns visits that were opened before it and begin after it: their past has changed
   */
  open(visit: Visit, bound: number): readonly Visit[] {
    this.restore(visit);
    const others = [...withEarlier(visit.earlier)].toSorted((one, other) => one.startedAt - other.startedAt);
    let count = 1;
    for (let kept = visit; kept.earlier !== null;) {
      if (kept.earlier.lastArrival < bound) kept.earlier = kept.earlier.earlier;
      else if (++count > MAX_VISITS) kept.earlier = null;
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

  /**
   * Packs the visitors in hand: what a segment takes in hand must be packed before the next.
   * @yields after each
   */
  *pack(): Generator<void> {
    for (const latest of this.#inHand.values()) {
      this.#packed.put(this.#counterId, latest);
      yield;
    }
    this.#inHand.clear();
  }

  #find(visitor: string, robot: boolean) {
    const packed = this.#packed.find(this.#counterId, visitor, robot);
    return packed === null || packed.lastArrival < this.#bound ? null : packed;
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
