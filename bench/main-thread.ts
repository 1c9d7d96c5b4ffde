/** What a page's main thread did, in CPU time. On a busy machine the clock on the wall measures the others, too. */
import type { Browser, CDPSession, Page } from 'playwright-core';

export interface MainThread {
  /** All tasks, and scripts alone; milliseconds. */
  readonly task: number;
  readonly script: number;
  /** What tasks took beyond 50 ms, summed, as in total blocking time; milliseconds. */
  readonly blocking: number;
  /** The longest task; milliseconds. */
  readonly longest: number;
  /** What tasks spent on each kind of work, without what it called: `FunctionCall`, `Layout`; milliseconds. */
  readonly work: ReadonlyMap<string, number>;
}

const LONG_MS = 50;
/** Tasks are in the second of these. */
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'disabled-by-default-v8.compile',
  'v8',
  '__metadata',
];

/**
 * @param slower every duration is multiplied by it, as Lighthouse's simulated throttling does: real slowing is noisy
 * @param until name of a mark of the page's: tasks that begin after it are left out
 */
export async function watchMainThread(
  browser: Browser,
  page: Page,
  slower: number,
  until?: string,
): Promise<() => Promise<MainThread>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await browser.startTracing(page, { categories: CATEGORIES });
  return async () => {
    const all = slower * (await metric(session, 'TaskDuration'));
    const script = slower * (await metric(session, 'ScriptDuration'));
    const events = eventsIn(String(await browser.stopTracing()), until);
    const tasks = tasksIn(events).map((one) => slower * one);
    const task = until === undefined ? all : tasks.reduce((sum, one) => sum + one, 0);
    const blocking = tasks.reduce((sum, one) => sum + Math.max(0, one - LONG_MS), 0);
    const work = new Map([...workIn(events)].map(([name, spent]) => [name, slower * spent]));
    return { task, script, blocking, longest: Math.max(0, ...tasks), work };
  };
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find((one) => one.name === name)?.value ?? 0) * 1_000;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the trace's clock. */
  readonly ts: number;
  /** Microseconds of the same clock. */
  readonly dur?: number;
  /** Microseconds of CPU. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the page's main thread began before the mark, in its order; a browser may keep another process in store. */
function eventsIn(trace: string, until: string | undefined): TraceEvent[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const parsed = traceEvents.filter((event) => event.name === 'ParseHTML' && mains.has(threadOf(event)));
  const pages = new Set(parsed.map(threadOf));
  const mark = traceEvents.find((event) => event.name === until && pages.has(threadOf(event)));
  return traceEvents
    .filter((event) => event.ph === 'X' && pages.has(threadOf(event)))
    .filter(({ ts }) => mark === undefined || ts < mark.ts)
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
}

/** Milliseconds of CPU of each task. */
const tasksIn = (events: readonly TraceEvent[]): number[] =>
  events.filter(({ name }) => name === 'RunTask').map(({ tdur = 0 }) => tdur / 1_000);

/** Milliseconds of CPU by kind of work: each event without those within it. */
function workIn(events: readonly TraceEvent[]): Map<string, number> {
  const spent = new Map<string, number>();
  const add = (name: string, more: number): void => void spent.set(name, (spent.get(name) ?? 0) + more);
  const within: { readonly name: string; readonly end: number }[] = [];
  for (const { name, ts, dur = 0, tdur = 0 } of events) {
    while ((within.at(-1)?.end ?? Infinity) <= ts) within.pop();
    const outer = within.at(-1);
    if (outer !== undefined) add(outer.name, -tdur / 1_000);
    add(name, tdur / 1_000);
    within.push({ name, end: ts + dur });
  }
  return spent;
}
