/** What a vendor's widget says by our own API: docs/vendors.md, "For vendors" [W50]. */
import { OUTCOME_SUFFIXES } from '@goalpost/contract/vendors/outcomes';
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import { odd } from './read.ts';
import { goalOf } from './threads.ts';

const take = guard((entry: Record<string, unknown>, id: number, methods: Methods): void => {
  const { vendor, event, thread } = { ...entry } as Record<string, string>;
  if (!/^[A-Za-z]\w{0,39}$/.test(vendor!) || !Object.keys(OUTCOME_SUFFIXES).includes(event!))
    return odd(id, 'value');
  const goal = `${vendor}_${OUTCOME_SUFFIXES[event as keyof typeof OUTCOME_SUFFIXES]}`;
  const key = `_gp_chat.${id}.${goal}`;
  // Whatever it is, it counts once a thread.
  const once = /^(string|number)$/.test(typeof thread) ? `${thread}` : '';
  const [told, kept] = goalOf(localStorage.getItem(key), Date.now(), [goal], 'visitor', once);
  localStorage.setItem(key, kept);
  if (told) methods['reachGoal']!(told);
});

export default (entries: readonly unknown[], id: number, methods: Methods): void => {
  for (const entry of entries) take(entry as Record<string, unknown>, id, methods);
};
