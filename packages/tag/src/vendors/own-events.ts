/** Events that an owner has named without code [W49]. */
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import type { OwnEvent } from './model.ts';
import { isFrom, on } from './read.ts';

type Entry = Record<string | number, unknown>;

export const listenToOwn = (own: readonly OwnEvent[], methods: Methods): void => {
  const reach = (goal: string): unknown => methods['reachGoal']!(goal);
  for (const [by, what, goal, host] of own)
    guard(() => {
      if (by === 'click')
        on(window, 'click', (event) => {
          const isIt = (one: EventTarget): unknown => (one as Element).matches?.(what);
          if (event.isTrusted && event.composedPath().some(isIt)) reach(goal);
        });
      else if (by === 'message')
        on(window, 'message', ({ origin, data }: MessageEvent) => {
          if (origin !== location.origin && !isFrom(origin, [host])) return;
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
    for (const entry of entries) look(entry);
    return length;
  };
};

export default listenToOwn;
