/** Events that an owner has named without code [W49]. */
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import { each } from '../shared/values.ts';
import { NAMED_AGAIN, SAME_MS } from './repeatable.ts';
import type { OwnEvent } from './model.ts';
import { isFrom, keeper, on, type Place, some } from './read.ts';

/** A conversation, and what belongs to it, counts once in so long without it [C100]. */
const VISIT_MS = 1_800_000;

type Entry = Record<string | number, unknown>;

const listenToOwn = (own: readonly OwnEvent[], methods: Methods, place: Place): void => {
  const keep = keeper(place);
  const reach = (goal: string): void => {
    const key = `_gp.vendor.own.${goal}`;
    const last = keep.get(key);
    const now = Date.now();
    keep.set(key, `${now}`);
    if (!(now - +last! < (NAMED_AGAIN.test(goal) ? SAME_MS : VISIT_MS))) methods['reachGoal']!(goal);
  };
  each(own, (one) =>
    guard(() => {
      const by = one[0];
      const what = one[1];
      const goal = one[2];
      const host = one[3];
      if (by === 'click')
        on(window, 'click', (event) => {
          const isIt = (one: EventTarget): unknown => (one as Element).matches?.(what);
          if (event.isTrusted && some(event.composedPath(), isIt)) reach(goal);
        });
      else if (by === 'message')
        on(window, 'message', ({ origin, data }: MessageEvent) => {
          if (origin !== (host || location.origin) && !(host && isFrom(origin, [host]))) return;
          const fits = (said: unknown): boolean =>
            said === what || (said as Entry)?.['type'] === what || (said as Entry)?.['event'] === what;
          // Many frames send their object as text.
          if (fits(data) || fits(JSON.parse(data as string))) reach(goal);
        });
      else
        follow((entry) => {
          if (entry['event'] === what || (entry[0] === 'event' && entry[1] === what)) reach(goal);
        });
    })(),
  );
};

/** Entries from the page's first: one may stand in the page's own text. The layer's own `push` is called first. */
const follow = (look: (entry: Entry) => void): void => {
  const layer = ((window as unknown as { dataLayer?: Entry[] }).dataLayer ??= []);
  const take = guard(look);
  each(layer, take);
  const { push } = layer;
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    each(entries, take);
    return length;
  };
};

export default listenToOwn;
