/**
 * What the chat costs the page that carries it: the main thread's CPU time with and without, in pairs.
 * The machine is noisy and shared: each round has every case, in turning order, and what is told of the chat is the
 * median of the rounds' differences with its 95 % interval.
 */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { type FakeServer, startFakeServer } from '../e2e/widget/fake-server.ts';
import { PHONE } from '../e2e/widget/phone.ts';
import { blockingPoints } from './blocking-score.ts';
import { type MainThread, watchMainThread } from './main-thread.ts';

/** As Lighthouse makes a phone of the middle out of a desktop. */
const SLOWER = 4;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15);
/** As long as everything that starts by itself needs; the same rest where nothing does. */
const REST_MS = 3_000;

interface Cost extends Omit<MainThread, 'work'> {
  /** Sum of layout shifts. */
  readonly shift: number;
}
type Case = 'without' | 'closed' | 'opened';
const CASES: readonly Case[] = ['without', 'closed', 'opened'];

const PROBE = `window.shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value })
    .observe({ type: 'layout-shift', buffered: true });`;

/** A shop's page of ordinary weight: markup, styles, and a script of its own that keeps the CPU busy for a while. */
const html = (chat: string): string => `<!doctype html><html lang="en">
  <meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>Shop</title>
  <style>body{font:16px/1.5 sans-serif}li{display:grid;grid-template-columns:80px 1fr;gap:8px;padding:8px}</style>
  <script>${PROBE}</script>${chat}<body><h1>Shop</h1><ul></ul><script>
    const list = document.querySelector('ul');
    for (let index = 0; index < 400; index++) {
      const item = document.createElement('li');
      item.innerHTML = '<b>' + index + '</b><p>Boots for long ways, made to be repaired.</p>';
      list.append(item);
    }
    let sum = 0; for (let step = 0; step < 2e6; step++) sum = Math.sqrt(sum + step);
  </script>`;

async function measure(browser: Browser, url: string, which: Case): Promise<Cost> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const done = await watchMainThread(browser, page, SLOWER);
    await page.goto(url);
    await page.waitForTimeout(REST_MS);
    if (which === 'opened') await open(page);
    const spent = await done();
    return { ...spent, shift: (await page.evaluate('shift')) as number };
  } finally {
    await context.close();
  }
}

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open chat' }).tap();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
}

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 ? (all[middle] ?? 0) : ((all[middle - 1] ?? 0) + (all[middle] ?? 0)) / 2;
};

/** Of the median, by order statistics: says nothing of how the values are spread. */
function interval(values: readonly number[]): [low: number, high: number] {
  const all = sorted(values);
  const reach = Math.ceil(0.98 * Math.sqrt(all.length));
  const at = (index: number): number => all[Math.min(all.length - 1, Math.max(0, index))] ?? 0;
  return [at((all.length >> 1) - reach), at((all.length >> 1) + reach)];
}

async function rounds(browser: Browser, server: FakeServer): Promise<Map<Case, Cost[]>> {
  const without = server.page('/without', html(''));
  const withChat = server.page('/with', html('<script async src="{{chat}}"></script>'));
  const costs = new Map<Case, Cost[]>(CASES.map((one) => [one, []]));
  // The first round warms up: the browser's own caches, and the disk's.
  for (let round = -1; round < ROUNDS; round++)
    for (let turn = 0; turn < CASES.length; turn++) {
      const which = CASES[(turn + round + 1) % CASES.length] ?? 'without';
      const cost = await measure(browser, which === 'without' ? without : withChat, which);
      if (round >= 0) costs.get(which)?.push(cost);
    }
  return costs;
}

function tell(costs: ReadonlyMap<Case, readonly Cost[]>): void {
  const of = (which: Case, key: keyof Cost): number[] => (costs.get(which) ?? []).map((cost) => cost[key]);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`${ROUNDS} rounds, CPU time × ${SLOWER}, a phone of 390 × 844; medians`);
  for (const which of CASES) {
    const [task, script, blocking, longest] = (['task', 'script', 'blocking', 'longest'] as const).map(
      (key) => median(of(which, key)).toFixed(1),
    );
    say(
      `${which.padEnd(8)} main thread ${task} ms, scripts ${script} ms, blocking ${blocking} ms, longest task ${longest} ms, ` +
        `shift ${Math.max(...of(which, 'shift')).toFixed(3)} at most`,
    );
  }
  const differences = (which: Case, key: keyof Cost): number[] => {
    const base = of('without', key);
    return of(which, key).map((value, index) => value - (base[index] ?? 0));
  };
  for (const which of ['closed', 'opened'] as const) {
    const more = (key: keyof Cost): string => {
      const [low, high] = interval(differences(which, key)).map((one) => one.toFixed(1));
      return `${median(differences(which, key)).toFixed(1)} ms (95 %: ${low} to ${high})`;
    };
    say(`${which.padEnd(8)} costs: main thread ${more('task')}, scripts ${more('script')}`);
    say(`${''.padEnd(8)} blocking ${more('blocking')}`);
  }
  const base = median(of('without', 'blocking'));
  const [before, after] = [base, base + median(differences('closed', 'blocking'))].map(blockingPoints);
  const lost = (before ?? 0) - (after ?? 0);
  say(
    `Lighthouse-like points for blocking, of 30: ${before?.toFixed(2)} without, ${lost.toFixed(2)} fewer with it closed`,
  );
}

const server = await startFakeServer();
const browser = await launchBrowser();
try {
  tell(await rounds(browser, server));
} finally {
  await browser.close();
  await server.close();
}
