/** Listens to a vendor in the way its declaration says, without taking anything from the page [W47, W48]. */
import type { ByCall, ByMessages, BySlots, Listening } from '@goalpost/contract/vendors';
import { guard } from '../shared/guard.ts';
import { at, fill, isFrom, on, placeOf } from './read.ts';

type Hear = (name: string, args: ArrayLike<unknown>, isForeign?: boolean) => void;
type Run = (...args: unknown[]) => unknown;

/** Pauses grow: ten looks in about two minutes. */
const LOOKS = 10;

/** @param look returns whether it is done */
const poll = (look: () => unknown): void => {
  let left = LOOKS;
  const again = (): void => {
    if (!guard(look)() && left--) setTimeout(again, 200 * 1.9 ** (LOOKS - left));
  };
  again();
};

const namesOf = ({ rows, name }: Listening): string[] => [
  ...new Set(name ? [''] : rows.map(([event]) => event)),
];

/** A listener that the site has put into the vendor's queue for the same event. */
const queued = guard(
  (owner: unknown, name: string): Run | undefined =>
    (owner as unknown[][]).find((entry) => entry[1] === name)?.[2] as Run | undefined,
);

const byCall = (heard: ByCall, hear: Hear): void => {
  const { path, args = ['$name', '$run'], from } = heard;
  const listen = (root: unknown): void => {
    const done = new Set<string>();
    poll(() => {
      for (const name of namesOf(heard)) {
        if (done.has(name)) continue;
        const [owner, method] = placeOf(root, path.replace('{}', name));
        const call = owner?.[method];
        if (typeof call !== 'function') return false;
        const theirs = queued(owner, name);
        const run: Run = (...given) => {
          try {
            theirs?.apply(undefined, given);
          } finally {
            hear(name, given);
          }
        };
        (call as Run).apply(owner, fill(args, name, run) as unknown[]);
        done.add(name);
      }
      return true;
    });
  };
  if (!from) listen(window);
  else on(window, from[0], (event) => listen(at(event, `detail.${from[1]}`)));
};

const bySlots = (heard: BySlots, hear: Hear): void => {
  let depth = 0;
  for (const name of heard.slot ? [heard.slot] : namesOf(heard)) {
    let ours: Run | undefined;
    // The site may set its own after us, so all looks are made.
    poll(() => {
      const [owner, slot] = placeOf(window, name);
      const theirs = owner![slot] as Run | undefined;
      if (theirs === ours && ours) return;
      owner![slot] = ours = function (this: unknown, ...args: unknown[]) {
        depth++;
        try {
          return typeof theirs === 'function' ? theirs.apply(this, args) : undefined;
        } finally {
          if (!--depth) hear(name, args);
        }
      };
    });
  }
};

const byMessages = ({ hosts }: ByMessages, origins: string[], hear: Hear): void =>
  on(window, 'message', ({ origin, data }: MessageEvent) =>
    hear('', [data], !(origins.includes(origin) || guard(isFrom)(origin, hosts))),
  );

/** @param origins from which the page has loaded the vendor; they may grow */
export const attach = (heard: Listening, origins: string[], hear: Hear): void => {
  if (heard.by === 'call') byCall(heard, hear);
  else if (heard.by === 'slots') bySlots(heard, hear);
  else if (heard.by === 'messages') byMessages(heard, origins, hear);
  else
    for (const name of namesOf(heard))
      on(heard.by === 'window' ? window : document, name, (event) =>
        hear(name, [(event as unknown as CustomEvent).detail]),
      );
};
