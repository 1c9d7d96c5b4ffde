/** Turns what one vendor tells into events of the counter [W47–W50]. */
import type { Listening, Row } from '@goalpost/contract/vendors';
import { guard } from '../shared/guard.ts';
import type { Methods } from '../shared/model.ts';
import { each, own } from '../shared/values.ts';
import { attach, type Early, type Told } from './attach.ts';
import type { Adapter } from './model.ts';
import { at, byName, keeper, odd, on, type Place, some } from './read.ts';
import { goalOf } from './threads.ts';

/** Of conversations: started by the visitor, after an invitation, after an operator's. */
const STARTS = ['Client_initiate_chat', 'Proactive_invitation_accepted', 'Client_answer_on_agent_request'];
/** A vendor's own report of the same comes within this. */
const HOLD_MS = 2_000;
/** By then other tabs read what this one has kept. */
const SEEN_MS = 50;

/** Runs each once: when it is its turn, or as the page is left. */
const queue = () => {
  const list: (() => unknown)[] = [];
  let open = 0;
  on(window, 'pagehide', () => each(list, (run) => run()));
  return (run: () => unknown): (() => unknown) => {
    let isDone = false;
    open++;
    return (list[list.length] = guard(() => {
      if (isDone) return undefined;
      isDone = true;
      if (!--open) list.length = 0;
      return run();
    }));
  };
};

const hear = (
  declared: Adapter,
  id: number,
  methods: Methods,
  origins: string[],
  place: Place,
  early: Early,
): void => {
  const adapter = own(declared) as unknown as Adapter;
  const key = `_gp.vendor.${id}.${adapter.id}`;
  const keep = keeper(place);
  const { reachGoal } = methods;
  /** When the vendor, or the page, reported an event by itself. */
  const reported = byName<number>();
  const held = queue();

  const report = (goal: string, thread: string, since: number): void => {
    const say = held(() => {
      // As the vendor's webhook names the conversation [W64].
      if (!(reported[goal]! > since)) reachGoal!(goal, thread ? { __ym: { chat: thread } } : undefined);
    });
    if (adapter.reports) setTimeout(say, HOLD_MS);
    else say();
  };
  if (adapter.reports) {
    methods['reachGoal'] = (goal, params, c, d, all) => {
      reported[goal as string] = Date.now();
      return reachGoal!(goal, params, c, d, all);
    };
  }

  const waiting = queue();
  /** Vendors tell all tabs of a visitor at once: one after the other decides, and sees what others have kept. */
  const take = (row: Row, thread: string): void => {
    // Its turn may come later than the vendor's own report.
    const since = Date.now() - HOLD_MS;
    const run = waiting(() => {
      const { goal, kept } = goalOf(keep.get(key), Date.now(), STARTS, row[1], thread);
      keep.set(key, kept);
      if (goal) report(`${adapter.prefix}_${goal}`, thread, since);
      return goal;
    });
    const turn = async (): Promise<unknown> => run() && new Promise((done) => void setTimeout(done, SEEN_MS));
    // There are none on pages without TLS, and none for frames without an origin.
    const asked = guard(() => navigator.locks.request(key, turn))();
    if (!guard(() => asked!.catch(run))()) run();
  };

  const heard = (
    { name, rows, thread }: Listening,
    said: unknown,
    args: ArrayLike<unknown>,
    isForeign?: boolean,
  ): void => {
    if (name) said = at(args, name);
    let row: Row | undefined;
    some(rows, (one) => {
      const path = one[2];
      const found = path && at(args, path);
      return one[0] === said && (!path || (one.length < 4 ? found : found === one[3])) && (row = one);
    });
    const number = thread && at(args, thread);
    if (row && isForeign) return odd(id, 'origin');
    const isOdd = row
      ? number && typeof number === 'object'
      : typeof (args[0] ?? 0) !== 'object' && some(rows, (one) => one[0] === said && one[2]?.[1]);
    if (isOdd) odd(id, 'value');
    if (row) take(row, /^(string|number)$/.test(typeof number) ? `${number as string}` : '');
  };

  const told: Told = byName();
  each(adapter.listens, (one) => {
    const listening = own(one) as unknown as Listening;
    guard(() =>
      attach(
        listening,
        origins,
        guard((name: string, args: ArrayLike<unknown>, isForeign?: boolean) =>
          heard(listening, name, args, isForeign),
        ),
        early,
        told,
      ),
    )();
  });
};

export default hear;
