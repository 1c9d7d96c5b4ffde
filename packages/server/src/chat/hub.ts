/** Who is connected here, and how the same event reaches all whom it concerns, on whichever node they are. */
import type { OperatorEvent, VisitorEvent } from '@goalpost/contract/chat';
import { randomUUID } from 'node:crypto';
import type { Permission } from '../kit/endpoint.ts';
import type { Channel } from '../kit/nodes/bus.ts';
import type { Audience } from './operators/audience.ts';

/** One connection, as far as sending goes. */
export interface Outlet {
  sendText(text: string): void;
}

export interface OperatorOutlet extends Outlet {
  readonly accountId: string;
  /** Whether they may read what is for these on the counter; for all, unless this says otherwise [A46]. */
  mayRead(counterId: number, among?: Audience): boolean;
  /** What they are to the counter. */
  roleOn(counterId: number): Permission | null;
  /** Signed in for more than looking. */
  readonly canAnswer: boolean;
  /** Counters where they may answer, and have not said that they are away: they make those online [C41]. */
  mayAnswer(counterId: number): boolean;
  readonly watchesPeople: boolean;
  counters(): Iterable<number>;
  /** Asks again who this is and what they may; false: they were cut off. */
  recheck(): Promise<boolean>;
}

/** A person, and the counter whose they are. */
export interface Whose {
  readonly counterId: number;
  readonly personId: string;
}

/** One thing that happened, as each operator has it. Plain data: it reaches operators of other nodes, too. */
export interface OwnEvents {
  /** Absent: all. */
  readonly among?: Audience;
  readonly named: readonly (readonly [accountId: string, event: OperatorEvent])[];
  readonly others: OperatorEvent;
}

/** What one node tells all, itself too; `except` names a connection. */
export type HubSignal =
  | {
      readonly to: 'visitor';
      readonly personId: string;
      readonly event: VisitorEvent;
      readonly except: string | null;
    }
  | { readonly to: 'visitors'; readonly event: VisitorEvent }
  | {
      readonly to: 'operators';
      readonly event: OperatorEvent;
      readonly except: string | null;
      readonly among?: Audience;
      /** It is for all but these. */
      readonly beside?: Audience;
    }
  | { readonly to: 'eachOperator'; readonly events: OwnEvents }
  | { readonly to: 'account'; readonly accountId: string; readonly event: OperatorEvent };

export interface ToOperators {
  /** Gets another answer of its own. */
  readonly except?: Outlet | undefined;
  /** Whom it is for [A46]. */
  readonly among?: Audience;
  /** Whom it is not for; it reaches those only who are bound to departments. */
  readonly beside?: Audience;
}

export interface Hub {
  addVisitor(counterId: number, personId: string, outlet: Outlet): void;
  removeVisitor(counterId: number, personId: string, outlet: Outlet): void;
  isVisitorConnected(personId: string): boolean;
  /** Connected tabs of theirs. */
  tabsOf(personId: string): number;
  /** @param except gets another answer of its own */
  toVisitor(who: Whose, event: VisitorEvent, except?: Outlet): void;
  /** To every tab that is on the counter's pages. */
  toVisitors(counterId: number, event: VisitorEvent): void;

  addOperator(outlet: OperatorOutlet): void;
  removeOperator(outlet: OperatorOutlet): void;
  operators(): Iterable<OperatorOutlet>;
  toOperators(counterId: number, event: OperatorEvent, to?: ToOperators): void;
  /** The same, where each has it in their own way. */
  toEachOperator(counterId: number, events: OwnEvents): void;
  toAccount(accountId: string, event: OperatorEvent): void;
}

export function createHub(signals: Channel<HubSignal>): Hub {
  const people = new Map<string, Set<Outlet>>();
  const counters = new Map<number, Set<Outlet>>();
  const operators = new Set<OperatorOutlet>();
  const names = new WeakMap<Outlet, string>();

  /** By which other nodes know that it is none of theirs. */
  function nameOf(outlet: Outlet | undefined): string | null {
    if (outlet === undefined) return null;
    const name = names.get(outlet) ?? randomUUID();
    names.set(outlet, name);
    return name;
  }

  function send(outlets: Iterable<Outlet>, event: VisitorEvent | OperatorEvent, except: string | null): void {
    let text: string | undefined;
    for (const outlet of outlets) {
      if (except !== null && names.get(outlet) === except) continue;
      text ??= JSON.stringify(event);
      outlet.sendText(text);
    }
  }

  signals.subscribe((counterId, signal) => {
    if (signal.to === 'eachOperator') sendOwn(counterId, signal.events);
    else send(concerned(counterId, signal), signal.event, 'except' in signal ? signal.except : null);
  });

  function sendOwn(counterId: number | null, { named, others, among = null }: OwnEvents): void {
    const own = new Map(named);
    const readers = chosen((one) => one.mayRead(counterId ?? 0, among));
    for (const [event, theirs] of Map.groupBy(readers, (one) => own.get(one.accountId) ?? others))
      send(theirs, event, null);
  }

  function concerned(
    counterId: number | null,
    signal: Exclude<HubSignal, { to: 'eachOperator' }>,
  ): Iterable<Outlet> {
    switch (signal.to) {
      case 'visitor':
        return people.get(signal.personId) ?? [];
      case 'visitors':
        return counters.get(counterId ?? 0) ?? [];
      case 'operators':
        return chosen((one) => isFor(one, counterId ?? 0, signal));
      case 'account':
        return chosen((one) => one.accountId === signal.accountId);
    }
  }

  const isFor = (
    one: OperatorOutlet,
    counterId: number,
    { among = null, beside = null }: Pick<ToOperators, 'among' | 'beside'>,
  ): boolean => one.mayRead(counterId, among) && (beside === null || !one.mayRead(counterId, beside));

  const chosen = (wanted: (one: OperatorOutlet) => boolean) => [...operators].filter(wanted);

  return {
    addVisitor(counterId, personId, outlet) {
      addTo(people, personId, outlet);
      addTo(counters, counterId, outlet);
    },
    removeVisitor(counterId, personId, outlet) {
      removeFrom(people, personId, outlet);
      removeFrom(counters, counterId, outlet);
    },
    isVisitorConnected: (personId) => people.has(personId),
    tabsOf: (personId) => people.get(personId)?.size ?? 0,
    toVisitor: ({ counterId, personId }, event, except) =>
      signals.publish(counterId, { to: 'visitor', personId, event, except: nameOf(except) }),
    toVisitors: (counterId, event) => signals.publish(counterId, { to: 'visitors', event }),
    addOperator: (outlet) => void operators.add(outlet),
    removeOperator: (outlet) => void operators.delete(outlet),
    operators: () => operators,
    toOperators: (counterId, event, { except, ...audience } = {}) =>
      signals.publish(counterId, { to: 'operators', event, except: nameOf(except), ...audience }),
    toEachOperator: (counterId, events) => signals.publish(counterId, { to: 'eachOperator', events }),
    toAccount: (accountId, event) => signals.publish(null, { to: 'account', accountId, event }),
  };
}

function addTo<K>(sets: Map<K, Set<Outlet>>, key: K, outlet: Outlet): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([outlet]));
  else set.add(outlet);
}

function removeFrom<K>(sets: Map<K, Set<Outlet>>, key: K, outlet: Outlet): void {
  const set = sets.get(key);
  set?.delete(outlet);
  if (set?.size === 0) sets.delete(key);
}
