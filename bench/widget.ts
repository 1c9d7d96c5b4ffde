/** What the chat costs the page that carries it: main-thread milliseconds with and without, on a slowed-down CPU. */
import { launchBrowser, ORDINARY_AGENT } from '../e2e/browser.ts';
import { startFakeServer } from '../e2e/widget/fake-server.ts';
import type { Browser, CDPSession } from 'playwright-core';

/** As Lighthouse slows a desktop down to a phone of the middle. */
const SLOWER = 4;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);

interface Cost {
  /** All that the main thread did, and scripts alone; milliseconds. */
  readonly task: number;
  readonly script: number;
  /** Blocking beyond 50 ms, and the sum of layout shifts. */
  readonly blocking: number;
  readonly shift: number;
}

const PROBE = `window.blocking = 0; window.shift = 0;
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) blocking += Math.max(0, duration - 50) })
    .observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value })
    .observe({ type: 'layout-shift', buffered: true });`;

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find((one) => one.name === name)?.value ?? 0) * 1_000;
}

async function measure(browser: Browser, url: string, act: 'rest' | 'open'): Promise<Cost> {
  const context = await browser.newContext({ userAgent: ORDINARY_AGENT });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(url);
  // As long as everything that starts by itself needs, with the same rest where nothing does.
  await page.waitForTimeout(2_500);
  if (act === 'open') {
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
  }
  const [task, script] = await Promise.all([
    metric(session, 'TaskDuration'),
    metric(session, 'ScriptDuration'),
  ]);
  const [blocking, shift] = (await page.evaluate('[blocking, shift]')) as [number, number];
  await context.close();
  return { task, script, blocking, shift };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const server = await startFakeServer();
const browser = await launchBrowser();
try {
  const body = `<h1>Shop</h1>${'<p>Boots for long ways, made to be repaired.</p>'.repeat(200)}`;
  const html = (chat: string): string =>
    `<!doctype html><link rel="icon" href="data:,"><title>Shop</title><script>${PROBE}</script>${chat}<body>${body}`;
  const without = server.page('/without', html(''));
  const withChat = server.page('/with', html('<script async src="{{chat}}"></script>'));
  const CASES = [
    { name: 'without', url: without, act: 'rest' },
    { name: 'with, closed', url: withChat, act: 'rest' },
    { name: 'with, opened', url: withChat, act: 'open' },
  ] as const;
  const costs = new Map<string, Cost[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, url, act } of CASES)
      costs.set(name, [...(costs.get(name) ?? []), await measure(browser, url, act)]);
  for (const [name, list] of costs) {
    const of = (key: keyof Cost): string =>
      median(list.map((cost) => cost[key])).toFixed(key === 'shift' ? 3 : 1);
    process.stdout.write(
      `${name.padEnd(14)} main thread ${of('task')} ms, scripts ${of('script')} ms, blocking ${of('blocking')} ms, shift ${of('shift')}\n`,
    );
  }
} finally {
  await browser.close();
  await server.close();
}
