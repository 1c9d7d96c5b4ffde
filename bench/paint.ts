/**
 * What the first paint of a report costs. The main thread's CPU time until its table is painted, as on a CPU four
 * times slower, the layout's jumps, and the scripts that have come by then. `npm run bench paint`.
 * Warm: the browser has the files, and the server has answered the same question.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, ORDINARY_AGENT } from '../e2e/browser.ts';
import { OWNER, TOKEN } from './chat-server.ts';
import { ALL_CORES, firstLine, run, stop } from './machine.ts';
import { type MainThread, watchMainThread } from './main-thread.ts';

/** As Lighthouse makes a phone of the middle out of a desktop. */
const SLOWER = 4;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
const REPORTS = ['sources_summary', 'popular', 'traffic'];
/** Late shifts are those of the chart, and of answers that come after the table. */
const REST_MS = 2_000;
/** Kinds of work that are listed. */
const LISTED = 12;

/** Marks the frame after the one that has the table's first row. */
const PROBE = `window.shifts = [];
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push({
    value: entry.value, at: entry.startTime,
    what: entry.sources.map(({ node }) => node?.className || node?.nodeName).slice(0, 3).join(' ') });
  }).observe({ type: 'layout-shift', buffered: true });
  (function look() {
    if (document.querySelector('main table tbody tr, main [role=row]') === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => performance.mark('table')));
  })();`;

interface Shift {
  readonly value: number;
  readonly at: number;
  readonly what: string;
}
interface Seen {
  readonly at: number;
  readonly scripts: number;
  readonly bytes: number;
  readonly shifts: readonly Shift[];
}
/** Bytes as they went over the network, or lie in the browser's store. */
const SEEN = `(() => {
  const [{ startTime: at }] = performance.getEntriesByName('table');
  const came = performance.getEntriesByType('resource').filter(({ name, responseEnd }) =>
    name.endsWith('.js') && responseEnd <= at);
  return { at, scripts: came.length, bytes: came.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), shifts };
})()`;

interface Paint extends Seen, MainThread {}

/** A page without anything in it: what the browser takes for itself, on the machine as busy as it is. */
async function emptyPage(browser: Browser, context: BrowserContext): Promise<MainThread> {
  const page = await context.newPage();
  const done = await watchMainThread(browser, page, SLOWER, 'table');
  await page.setContent('<!doctype html><title>Empty</title><p>Nothing.</p>');
  await page.evaluate(() =>
    new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn))).then(() =>
      performance.mark('table'),
    ),
  );
  const spent = await done();
  await page.close();
  return spent;
}

async function paint(browser: Browser, context: BrowserContext, url: string): Promise<Paint> {
  const page = await context.newPage();
  await page.addInitScript(PROBE);
  const done = await watchMainThread(browser, page, SLOWER, 'table');
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('table').length > 0);
  const spent = await done();
  await page.waitForTimeout(REST_MS);
  const seen = (await page.evaluate(SEEN)) as Seen;
  await page.close();
  return { ...spent, ...seen };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

/** Kinds of work that took most, where something can be cut. */
function largestWork(rounds: readonly Paint[]): string[] {
  const names = new Set(rounds.flatMap(({ work }) => [...work.keys()]));
  return [...names]
    .map((name) => ({ name, spent: middle(rounds.map(({ work }) => work.get(name) ?? 0)) }))
    .toSorted((one, other) => other.spent - one.spent)
    .slice(0, LISTED)
    .map(({ name, spent }) => `  ${spent.toFixed(0)} ms ${name}`);
}

/** One that is named is kept: writing the past takes minutes. */
const kept = process.env['BENCH_DATA'];
const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'goalpost-paint-bench-'));
const server = run(ALL_CORES, join(import.meta.dirname, 'paint-server.ts'), [], {
  GOALPOST_DATA: dataDir,
  GOALPOST_PORT: '0',
  GOALPOST_ADMIN_EMAIL: OWNER.email,
  GOALPOST_ADMIN_PASSWORD: OWNER.password,
  GOALPOST_ADMIN_TOKEN: TOKEN,
});
const browser = await launchBrowser();
try {
  const { base, counter } = JSON.parse(await firstLine(server)) as { base: string; counter: number };
  const context = await browser.newContext({
    userAgent: ORDINARY_AGENT,
    viewport: { width: 1440, height: 900 },
  });
  const answer = await context.request.post(`${base}/api/auth/sign-in/email`, {
    data: OWNER,
    headers: { origin: base },
  });
  if (!answer.ok()) throw new Error(`could not sign in: ${answer.status()}`);
  for (const report of REPORTS) {
    const url = `${base}/counter/${counter}/report/${report}`;
    const cold = await paint(browser, context, url);
    const rounds: Paint[] = [];
    const empty: MainThread[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await paint(browser, context, url));
      empty.push(await emptyPage(browser, context));
    }
    const most = middle(rounds.map(({ task }) => task));
    const least = middle(empty.map(({ task }) => task));
    const shifts = rounds.flatMap((one) => one.shifts);
    say(report, [
      `${most.toFixed(0)} ms of the main thread until its table, ${(most / least).toFixed(1)} times an empty page (${least.toFixed(0)} ms)`,
      `scripts alone ${middle(rounds.map(({ script }) => script)).toFixed(0)} ms`,
      `cold ${cold.task.toFixed(0)} ms, ${cold.scripts} scripts of ${cold.bytes} B by then`,
      `layout shift ${middle(rounds.map((one) => one.shifts.reduce((sum, { value }) => sum + value, 0))).toFixed(4)}`,
      ...new Set(shifts.map(({ what }) => `  jumps: ${what}`)),
      ...largestWork(rounds),
    ]);
  }
} finally {
  await browser.close();
  await stop(server);
  if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
}

function say(report: string, lines: readonly string[]): void {
  process.stdout.write(`${report}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
