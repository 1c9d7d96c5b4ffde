/** Listens to a vendor in the way its declaration says, without taking anything from the page [W47, W48]. */
import type { ByCall, ByMessages, BySlots, Listening } from '@goalpost/contract/vendors';
import { guard } from '../shared/guard.ts';
import { each } from '../shared/values.ts';
import { at, byName, fill, isFrom, on, placeOf, some } from './read.ts';

type Hear = (name: string, args: ArrayLike<unknown>, isForeign?: boolean) => void;
type Run = (...args: unknown[]) => unknown;

/** What came before the adapter, in its order. */
export type Early = readonly Event[];
/** Who heard an event of that name last, and when. */
export type Told = Record<string, { readonly run: unknown; readonly time: number }>;

/** Pauses grow: ten looks in about two minutes, and again with each script that the page brings. */
const LOOKS = 10;
/** A listener is told the same by each instance in which it stands, and by each that hears for another. */
const SAME_MS = 100;
/** Of ten looks: a page that makes a new object at each is not followed for ever. */
const MOST_LISTENERS = 100;

/** A page that wraps what is put into its slot would have ours in ours, one more with each script. */
const MOST_SLOTS = 100;

/** @param look returns whether it is done; is told whether it is the first of ten */
const poll = (look: (isFirst: boolean) => unknown): void => {
  let left = 0;
  let next = 0;
  const again = (): void => {
    if (!guard(look)(left === LOOKS) && left--) next = setTimeout(again, 200 * 1.9 ** (LOOKS - left));
  };
  const begin = (): void => {
    clearTimeout(next);
    left = LOOKS;
    again();
  };
  begin();
  // A chat that waits for a click, or for consent, comes much later than what it is seen by.
  on(document, 'load', ({ target }) => (target as Element).localName === 'script' && begin());
};

const namesOf = ({ rows, name }: Listening): string[] => {
  const names: string[] = [];
  each<readonly [string, ...unknown[]]>(
    name ? [['']] : rows,
    (row) => some(names, (known) => known === row[0]) || (names[names.length] = row[0]),
  );
  return names;
};

/** A listener that the site has put into the vendor's queue for the same event. */
const queued = (owner: unknown, name: string): Run | undefined => {
  let run: unknown;
  guard(() => some(owner as unknown[][], (entry) => entry[1] === name && (run = entry[2])))();
  return run as Run | undefined;
};

/** What is raised on the document passes the window, too. Early ones of others fit no row. */
const byEvents = (names: string[], early: Early, run: (event: CustomEvent) => void): void => {
  const take = guard(run) as (event: Event) => void;
  each(names, (name) => on(window, name, take));
  each(early, take);
};

const byCall = (heard: ByCall, hear: Hear, early: Early, told: Told): void => {
  const { path, args = ['$name', '$run'], from, single, now } = heard;
  const listen = (root: unknown): void => {
    /** By name: the latest instance that has our listener. A site of one page makes its chat again at each turn. */
    const heardBy = byName<unknown>();
    let left = 0;
    poll((isFirst) => {
      if (isFirst) left = MOST_LISTENERS;
      return !some(namesOf(heard), (name) => {
        const { owner, name: method } = placeOf(root, path.replace('{}', name));
        const call = owner?.[method];
        if (typeof call !== 'function') return true;
        // A stub, and what takes its place, may be one function or one object.
        const instance: unknown = (owner as unknown) === window ? call : owner;
        const known = heardBy[name];
        if (known === instance || (single && known) || left-- < 1) return false;
        const theirs = queued(owner, name);
        const run: Run = (...given) => {
          try {
            theirs?.apply(undefined, given);
          } finally {
            const time = Date.now();
            const last = told[name];
            if (!last || last.run === run || time - last.time > SAME_MS) {
              told[name] = { run, time };
              hear(name, given);
            }
          }
        };
        (call as Run).apply(owner, fill(args, name, run) as unknown[]);
        heardBy[name] = instance;
        // It may have been opened before it could be listened to.
        if (now)
          guard(() => {
            const state = (owner as Record<string, Run>)[now[1]]!(now[2]);
            if (state) hear(now[0], [state]);
          })();
        return false;
      });
    });
  };
  if (!from) {
    listen(window);
    return;
  }
  byEvents([from[0]], early, (event) => {
    const widget = at(event, `detail.${from[1]}`);
    if (widget) listen(widget);
  });
};

const bySlots = (heard: BySlots, hear: Hear): void => {
  let depth = 0;
  each(heard.slot ? [heard.slot] : namesOf(heard), (name) => {
    let ours: Run | undefined;
    let left = MOST_SLOTS;
    // The site may set its own after us, so all looks are made.
    poll(() => {
      const { owner, name: slot } = placeOf(window, name);
      const theirs = owner![slot] as Run | undefined;
      if (ours && (theirs === ours || left-- < 1)) return;
      owner![slot] = ours = function (this: unknown, ...args: unknown[]) {
        depth++;
        try {
          return typeof theirs === 'function' ? theirs.apply(this, args) : undefined;
        } finally {
          if (!--depth) hear(name, args);
        }
      };
    });
  });
};

const byMessages = ({ hosts }: ByMessages, origins: string[], hear: Hear): void =>
  on(window, 'message', ({ origin, data }: MessageEvent) =>
    hear('', [data], !(some(origins, (one) => one === origin) || guard(isFrom)(origin, hosts))),
  );

/** @param origins from which the page has loaded the vendor; they may grow */
export const attach = (heard: Listening, origins: string[], hear: Hear, early: Early, told: Told): void => {
  if (heard.by === 'call') byCall(heard, hear, early, told);
  else if (heard.by === 'slots') bySlots(heard, hear);
  else if (heard.by === 'messages') byMessages(heard, origins, hear);
  else byEvents(namesOf(heard), early, ({ type, detail }) => hear(type, [detail]));
};
