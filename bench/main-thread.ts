/** What a page's main thread did, in CPU time: on a busy machine the clock on the wall measures the others, too. */
import type { Browser, CDPSession, Page } from 'playwright-core';

export interface MainThread {
  /** All tasks, and scripts alone; milliseconds. */
  readonly task: number;
  readonly script: number;
  /** What tasks took beyond 50 ms, summed, as in total blocking time; milliseconds. */
  readonly blocking: number;
  /** The longest task; milliseconds. */
  readonly longest: number;
}

const LONG_MS = 50;
/** Tasks are in the second of these. */
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
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
    const tasks = tasksIn(String(await browser.stopTracing()), until).map((one) => slower * one);
    const task = until === undefined ? all : tasks.reduce((sum, one) => sum + one, 0);
    const blocking = tasks.reduce((sum, one) => sum + Math.max(0, one - LONG_MS), 0);
    return { task, script, blocking, longest: Math.max(0, ...tasks) };
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
  /** Microseconds of CPU. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of CPU of each task of the page's main thread; a browser may keep another process in store. */
function tasksIn(trace: string, until: string | undefined): number[] {
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
    .filter(({ ts }) => mark === undefined || ts < mark.ts)
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && pages.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1_000);
}
