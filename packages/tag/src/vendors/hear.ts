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
/** By then other tabs read what this one has kept. */
const SEEN_MS = 50;

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

  /** @returns whether it has made a goal */
  const decide = (row: Row, thread: string): boolean => {
    const before = guard(() => localStorage.getItem(key))() ?? memory;
    const [goal, kept] = goalOf(before, Date.now(), adapter.starts, row[1], thread);
    memory = kept;
    guard(() => localStorage.setItem(key, kept))();
    if (goal) report(goal, thread);
    return !!goal;
  };
  const waiting = new Set<() => unknown>();
  on(window, 'pagehide', () => waiting.forEach((run) => run()));
  /** Vendors tell all tabs of a visitor at once: one after the other decides, and sees what others have kept. */
  const take = (row: Row, thread: string): void => {
    const run: () => unknown = guard(() => waiting.delete(run) && decide(row, thread));
    waiting.add(run);
    const turn = async (): Promise<unknown> => run() && new Promise((done) => void setTimeout(done, SEEN_MS));
    // There are none on pages without TLS, and none for frames without an origin.
    const asked = guard(() => navigator.locks.request(key, turn))();
    if (asked) asked.catch(run);
    else run();
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
