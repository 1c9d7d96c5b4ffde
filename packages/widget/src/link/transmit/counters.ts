/** Finds the counters of other systems on the page, by all the ways in which scripts find them. */
import { unique } from '../../shared/plain.ts';
import { OWN_MARK } from '@goalpost/contract/wire';
import { bag, globals } from '../../shared/globals.ts';
import { guard } from '../../shared/guard.ts';

type Reach = (event: string) => void;

const idsIn = guard((list: unknown): number[] =>
  (Array.isArray(list) ? list : []).map((one) => Number(bag(one)['id'])).filter((id) => id > 0),
);

const listed = (host: unknown, name: string): number[] =>
  idsIn(
    guard(() => {
      const list = bag(host)[name];
      return typeof list === 'function' ? (list as () => unknown).call(host) : undefined;
    })(),
  ) ?? [];

/** Calls of `init` that wait for the tag to come. */
const queued = (ym: unknown): number[] => {
  const calls = bag(ym)['a'];
  return (Array.isArray(calls) ? calls : [])
    .map((call: unknown) => bag(call))
    .filter((call) => call[1] === 'init')
    .map((call) => parseInt(String(call[0]), 10))
    .filter((id) => id > 0);
};

/** Numbers of all counters, ours among them. */
export function counterIds(): number[] {
  const page = globals();
  const ya = bag(page['Ya']);
  const named: number[] = [];
  for (const name in page) {
    const id = Number(/^yaCounter(\d+)$/.exec(name)?.[1]);
    if (id > 0) named.push(id);
  }
  return unique([
    ...named,
    ...listed(ya['Metrika'], 'counters'),
    ...listed(ya['Metrika2'], 'counters'),
    ...listed(ya['_metrika'], 'getCounters'),
    ...queued(page['ym']),
  ]);
}

/** How to tell a counter: its instance, or else the queue, which keeps what comes too early. */
export function reachOf(id: number): Reach | undefined {
  const page = globals();
  const instance = bag(page[`yaCounter${id}`]);
  if (typeof instance['reachGoal'] === 'function')
    return (event) => void (instance['reachGoal'] as (target: string) => unknown)(event);
  const { ym } = page;
  return typeof ym === 'function'
    ? (event) => void (ym as (...args: unknown[]) => unknown)(id, 'reachGoal', event)
    : undefined;
}

/**
 * Whether the counter of our number is that of our own tag, wherever its script came from: it has the goal from
 * the server [C26, C80]. One that has not come yet is not told before it is known which it is.
 */
export function isOurs(id: number): boolean {
  const instance = bag(globals()[`yaCounter${id}`]);
  return typeof instance['reachGoal'] !== 'function' || instance[OWN_MARK] !== undefined;
}
