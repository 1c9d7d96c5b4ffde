/** How a vendor is declared: how to see its widget, how to hear it, and what its events say. */
import { OUTCOME_NAMES, OUTCOME_SUFFIXES, type Outcome } from './outcomes.ts';

/** What one event says: a side spoke, an invitation came, or something was done that is an outcome by itself. */
export type Signal =
  | 'visitor'
  /** The visitor answered what had come from the site's side. */
  | 'answered'
  /** A person or a program on the site's side spoke, and nothing tells an operator from a rule. */
  | 'agent'
  /** A greeting or campaign that goes by a rule, or a bot. */
  | 'rule'
  /** An operator, by hand. */
  | 'manual'
  | Exclude<Outcome, 'started' | 'invited' | 'operator'>;

/**
 * An event by its name. With a path, only where that place of its arguments has the value, or has any where no value
 * is given. The first row that fits counts.
 */
export type Row = readonly [name: string, signal: Signal, path?: string, value?: string | number | boolean];

interface Heard {
  /** Where the arguments hold the name, where one listener hears all events. */
  readonly name?: string;
  readonly rows: readonly Row[];
  /** Where the arguments hold the conversation's id. */
  readonly thread?: string;
}

/** Events of the window, which those of the document pass, too. Their argument 0 is `detail`. */
export interface ByEvents extends Heard {
  readonly by: 'window';
}
/** A function to be called with a name and a listener; `{}` in the path is the name. It is tried until it is there. */
export interface ByCall extends Heard {
  readonly by: 'call';
  /** From the window; a step `@x` goes on at the global whose name `x` holds. */
  readonly path: string;
  /** `$name` and `$run` stand for the two; without it they are all. */
  readonly args?: readonly unknown[];
  /** It may keep one listener for each name: another instance is left to the site. */
  readonly single?: true;
  /**
   * How it is now, where it may have been opened before it could be listened to: a method beside the call, and its
   * argument, give what the event of that name would.
   */
  readonly now?: readonly [event: string, method: string, argument?: string];
  /** A window event whose `detail` has the object at this path: the call is a method of that object. */
  readonly from?: readonly [event: string, path: string];
}
/** Functions that the page may set: what is there is called first. */
export interface BySlots extends Heard {
  readonly by: 'slots';
  /** The one function that hears all; else the rows name the functions, by their paths. */
  readonly slot?: string;
}
/** `postMessage` of the vendor's frame; the argument 0 is the message. */
export interface ByMessages extends Heard {
  readonly by: 'messages';
  /** Ends of hosts that may send it, beside those from which the page has loaded the vendor. */
  readonly hosts: readonly string[];
}
export type Listening = ByEvents | ByCall | BySlots | ByMessages;

/** How sure we are of the events: read in source, documented, seen on other people's pages, or not confirmed. */
export type Sureness = 'source' | 'documented' | 'observed' | 'unconfirmed';

export interface Vendor {
  /** In addresses and settings. */
  readonly id: string;
  readonly name: string;
  /** Of its goals' identifiers. */
  readonly prefix: string;
  readonly seen: {
    /** Paths from the window. */
    readonly globals?: readonly string[];
    /** Parts of addresses that the page loads. */
    readonly scripts?: readonly string[];
    readonly elements?: string;
    /** Id of a vendor that shows the same and more: where that is seen within two seconds, this one is not [C117]. */
    readonly unless?: string;
  };
  readonly listens: readonly Listening[];
  readonly sure: Sureness;
  /** Version of the vendor's code, or the month, at which the events were read. */
  readonly checked: string;
  /**
   * A function by which the page tells the vendor something of the visitor, and what it is called with: `$visitor` is
   * the visitor's number. It is called only where the owner has switched that on [W65].
   */
  readonly hands?: {
    readonly path: string;
    readonly args: readonly unknown[];
    /** Whether it takes the place of what the site itself may have told the vendor. */
    readonly replaces?: true;
  };
  /** Its widget reports to counters by itself: ours waits, and says only what did not come. */
  readonly reports?: true;
  /** Goals that its widget reports under names of its own. */
  readonly ownGoals?: Readonly<Partial<Record<Outcome, string>>>;
  /** What a reader of the table has to know. */
  readonly note?: string;
}

/** How an outcome is known: by an event of its own, by the order of events, or without telling rules from operators. */
export type Telling = 'event' | 'order' | 'either' | 'own';

type Has = (signal: Signal) => boolean;

/** Of the three that depend on who spoke first. */
const BY_ORDER: Partial<Record<Outcome, (has: Has) => Telling | undefined>> = {
  started: (has) => (has('visitor') ? 'event' : undefined),
  invited: (has) => {
    if (has('answered')) return has('rule') ? 'event' : 'either';
    if (!has('visitor')) return undefined;
    if (has('agent')) return 'either';
    return has('rule') ? 'order' : undefined;
  },
  operator: (has) => (has('visitor') && has('manual') ? 'order' : undefined),
};

/** What the vendor's events can tell; what is missing, they cannot. */
export function tellings({
  listens,
  ownGoals,
}: Pick<Vendor, 'listens' | 'ownGoals'>): Partial<Record<Outcome, Telling>> {
  const signals = new Set<string>(listens.flatMap(({ rows }) => rows.map(([, signal]) => signal)));
  const tellingOf = (outcome: Outcome): Telling | undefined => {
    if (ownGoals?.[outcome] !== undefined) return 'own';
    const byOrder = BY_ORDER[outcome];
    if (byOrder !== undefined) return byOrder((signal) => signals.has(signal));
    return signals.has(outcome) ? 'event' : undefined;
  };
  const told = OUTCOME_NAMES.map((outcome) => [outcome, tellingOf(outcome)] as const);
  return Object.fromEntries(told.filter(([, telling]) => telling !== undefined));
}

export const isOutcome = (
  signal: Signal,
): signal is Exclude<Signal, 'visitor' | 'answered' | 'agent' | 'rule' | 'manual'> =>
  (OUTCOME_NAMES as readonly string[]).includes(signal);

/** The identifier of a vendor's event. */
export function goalOf({ prefix, ownGoals }: Pick<Vendor, 'prefix' | 'ownGoals'>, outcome: Outcome): string {
  return ownGoals?.[outcome] ?? `${prefix}_${OUTCOME_SUFFIXES[outcome]}`;
}
