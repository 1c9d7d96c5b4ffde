/** Who is connected, and how the same event reaches all whom it concerns. */
import type { OperatorEvent, VisitorEvent } from '@goalpost/contract/chat';

/** One connection, as far as sending goes. */
export interface Outlet {
  sendText(text: string): void;
}

export interface OperatorOutlet extends Outlet {
  readonly accountId: string;
  /** Counters whose conversations they may read. */
  mayRead(counterId: number): boolean;
  /** Signed in for more than looking. */
  readonly canAnswer: boolean;
  /** Counters where they may answer, and have not said that they are away: they make those online [C41]. */
  mayAnswer(counterId: number): boolean;
  readonly watchesPeople: boolean;
  counters(): Iterable<number>;
  /** Asks anew who this is and what they may; false: they were cut off. */
  recheck(): Promise<boolean>;
}

export interface Hub {
  addVisitor(counterId: number, personId: string, outlet: Outlet): void;
  removeVisitor(counterId: number, personId: string, outlet: Outlet): void;
  isVisitorConnected(personId: string): boolean;
  /** Connected tabs of theirs. */
  tabsOf(personId: string): number;
  /** @param except gets another answer of its own */
  toVisitor(personId: string, event: VisitorEvent, except?: Outlet): void;
  /** To every tab that is on the counter's pages. */
  toVisitors(counterId: number, event: VisitorEvent): void;

  addOperator(outlet: OperatorOutlet): void;
  removeOperator(outlet: OperatorOutlet): void;
  operators(): Iterable<OperatorOutlet>;
  toOperators(counterId: number, event: OperatorEvent, except?: Outlet): void;
  /** The same, where each has it in their own way. */
  toEachOperator(counterId: number, eventFor: (accountId: string) => OperatorEvent): void;
  toAccount(accountId: string, event: OperatorEvent): void;
}

export function createHub(): Hub {
  const people = new Map<string, Set<Outlet>>();
  const counters = new Map<number, Set<Outlet>>();
  const operators = new Set<OperatorOutlet>();

  function send(
    outlets: Iterable<Outlet>,
    event: VisitorEvent | OperatorEvent,
    except: Outlet | undefined,
  ): void {
    let text: string | undefined;
    for (const outlet of outlets) {
      if (outlet === except) continue;
      text ??= JSON.stringify(event);
      outlet.sendText(text);
    }
  }

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
    toVisitor: (personId, event, except) => send(people.get(personId) ?? [], event, except),
    toVisitors: (counterId, event) => send(counters.get(counterId) ?? [], event, undefined),
    addOperator: (outlet) => void operators.add(outlet),
    removeOperator: (outlet) => void operators.delete(outlet),
    operators: () => operators,
    toOperators: (counterId, event, except) =>
      send(
        chosen((one) => one.mayRead(counterId)),
        event,
        except,
      ),
    toEachOperator(counterId, eventFor) {
      const outlets = chosen((one) => one.mayRead(counterId));
      for (const [accountId, theirs] of Map.groupBy(outlets, (one) => one.accountId))
        send(theirs, eventFor(accountId), undefined);
    },
    toAccount: (accountId, event) =>
      send(
        chosen((one) => one.accountId === accountId),
        event,
        undefined,
      ),
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
