/** Events that an owner has named without code [W49]. */
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import { each } from '../shared/values.ts';
import type { OwnEvent } from './model.ts';
import { isFrom, on } from './read.ts';

/** A conversation, and what belongs to it, counts once in so long without it [C100]. */
const VISIT_MS = 1_800_000;
const ONCE = /_(Client_|Proactive|Window_|User_|Chat_)/;

type Entry = Record<string | number, unknown>;

export const listenToOwn = (own: readonly OwnEvent[], methods: Methods): void => {
  const reach = (goal: string): void => {
    const key = `_gp_chat.own.${goal}`;
    const last = guard(() => localStorage.getItem(key))();
    const now = Date.now();
    guard(() => localStorage.setItem(key, `${now}`))();
    if (!(ONCE.test(goal) && now - +last! < VISIT_MS)) methods['reachGoal']!(goal);
  };
  for (const [by, what, goal, host] of own)
    guard(() => {
      if (by === 'click')
        on(window, 'click', (event) => {
          const isIt = (one: EventTarget): unknown => (one as Element).matches?.(what);
          if (event.isTrusted && event.composedPath().some(isIt)) reach(goal);
        });
      else if (by === 'message')
        on(window, 'message', ({ origin, data }: MessageEvent) => {
          if (origin !== (host || location.origin) && !(host && isFrom(origin, [host]))) return;
          if (data === what || data?.type === what || data?.event === what) reach(goal);
        });
      else follow(what, () => reach(goal));
    })();
};

/** Entries that are pushed from now on; the layer's own `push` is called first. */
const follow = (what: string, run: () => void): void => {
  const page = window as unknown as { dataLayer?: Entry[] };
  const layer = (page.dataLayer ??= []);
  const look = guard((entry: Entry) => {
    if (entry['event'] === what || (entry[0] === 'event' && entry[1] === what)) run();
  });
  const { push } = layer;
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    each(entries, look);
    return length;
  };
};

export default listenToOwn;
