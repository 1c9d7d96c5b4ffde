/** Turns what one vendor tells into events of the counter [W47–W50]. */
import type { Listening, Row } from '@goalpost/contract/vendors';
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import { attach } from './attach.ts';
import type { Adapter } from './model.ts';
import { at, on, odd } from './read.ts';
import { goalOf } from './threads.ts';

/** A vendor's own report of the same comes within this. */
const HOLD_MS = 2_000;

export const hear = (adapter: Adapter, id: number, methods: Methods, origins: string[]): void => {
  const key = `_gp_chat.${id}.${adapter.id}`;
  let memory: string | null = null;
  const { reachGoal } = methods;
  /** When the vendor, or the page, reported an event by itself. */
  const reported: Record<string, number> = {};
  const held = new Set<() => void>();

  const report = (goal: string, thread: string): void => {
    // As the vendor's webhook names the conversation [W64].
    const params = thread ? { __ym: { chat: thread } } : undefined;
    if (!adapter.reports) {
      reachGoal!(goal, params);
      return;
    }
    const since = Date.now() - HOLD_MS;
    const say = (): void => {
      if (held.delete(say) && !(reported[goal]! > since)) reachGoal!(goal, params);
    };
    held.add(say);
    setTimeout(guard(say), HOLD_MS);
  };
  if (adapter.reports) {
    methods['reachGoal'] = (goal, params, c, d, all) => {
      reported[goal as string] = Date.now();
      return reachGoal!(goal, params, c, d, all);
    };
    on(window, 'pagehide', () => held.forEach((say) => say()));
  }

  const take = (row: Row, thread: string): void => {
    const before = guard(() => localStorage.getItem(key))() ?? memory;
    const [goal, kept] = goalOf(before, Date.now(), adapter.starts, row[1], thread);
    memory = kept;
    guard(() => localStorage.setItem(key, kept))();
    if (goal) report(goal, thread);
  };

  const heard = (
    { name, rows, thread }: Listening,
    said: unknown,
    args: ArrayLike<unknown>,
    isForeign?: boolean,
  ): void => {
    if (name) said = at(args, name);
    const row = rows.find(([event, , path, value]) => {
      const found = path && at(args, path);
      return event === said && (!path || (value === undefined ? found : found === value));
    });
    const number = thread && at(args, thread);
    if (row && isForeign) return odd(id, 'origin');
    const isOdd = row
      ? number && typeof number === 'object'
      : typeof (args[0] ?? 0) !== 'object' && rows.some(([event, , path]) => event === said && path?.[1]);
    if (isOdd) odd(id, 'value');
    if (row) take(row, /^(string|number)$/.test(typeof number) ? `${number as string}` : '');
  };

  for (const listening of adapter.listens)
    guard(() =>
      attach(
        listening,
        origins,
        guard((name: string, args: ArrayLike<unknown>, isForeign?: boolean) =>
          heard(listening, name, args, isForeign),
        ),
      ),
    )();
};

export default hear;
