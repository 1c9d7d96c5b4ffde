/** What a vendor's widget says by our own API: docs/vendors.md, "For vendors" [W50]. */
import { OUTCOME_SUFFIXES } from '@goalpost/contract/vendors/outcomes';
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import { each, own } from '../shared/values.ts';
import { keeper, odd, type Place } from './read.ts';
import { goalOf } from './threads.ts';

const SUFFIXES = own(OUTCOME_SUFFIXES) as Record<string, string>;

type Keep = ReturnType<typeof keeper>;

const take = guard((entry: Record<string, unknown>, id: number, methods: Methods, keep: Keep): void => {
  const { vendor, event, thread } = own(entry) as Record<string, string>;
  if (!/^[A-Za-z]\w{0,39}$/.test(vendor!) || !SUFFIXES[event!]) return odd(id, 'value');
  const goal = `${vendor}_${SUFFIXES[event!]!}`;
  const key = `_gp.vendor.${id}.${goal}`;
  // Whatever it is, it counts once a thread.
  const once = /^(string|number)$/.test(typeof thread) ? `${thread}` : '';
  const { goal: told, kept } = goalOf(keep.get(key), Date.now(), [goal], 'visitor', once);
  keep.set(key, kept);
  if (told) methods['reachGoal']!(told);
});

/** Entries come one after the other, and what is kept stays the same. */
let keep: Keep | undefined;

export default (entries: readonly unknown[], id: number, methods: Methods, place: Place): void => {
  keep ??= keeper(place);
  each(entries, (entry) => take(entry as Record<string, unknown>, id, methods, keep));
};
