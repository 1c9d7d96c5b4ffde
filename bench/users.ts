/**
 * How fresh the console's list of everyone on the site is, and what it costs the operator's browser. Thousands
 * of visitors, some of whom go from page to page each second. `npm run bench users`.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { launchBrowser, ORDINARY_AGENT } from '../e2e/browser.ts';
import { visit } from '../packages/server/test/chat-client.ts';
import { OWNER, startBenchServer, TOKEN } from './chat-server.ts';
import { run, stop } from './machine.ts';

const ON_SITE = Number(process.env['BENCH_VISITORS'] ?? 5_000);
/** Pages changed each second. */
const MOVES = 100;
const PROBES = 20;
const SECONDS = 60;

await using server = await startBenchServer('0-1');
const load = run(
  '2-3',
  join(import.meta.dirname, 'chat-load.ts'),
  [server.port, server.counter, TOKEN, ON_SITE, 0, 0, SECONDS * 3, MOVES].map(String),
);
if (load.stdout === null) throw new Error('no output');
await createInterface({ input: load.stdout })[Symbol.asyncIterator]().next();
load.stdin?.write('talk\n');
const { tab } = await visit(server.base, server.counter, { url: 'https://shop.example/probe/0' });

const browser = await launchBrowser();
const page = await consolePage();
await page.getByRole('row').nth(5).waitFor();
say('rows drawn', String(await page.getByRole('row').count()));

const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
const busy = async (): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
};
const [busyBefore, since] = [await busy(), performance.now()];
await page.waitForTimeout(10_000);
const share = (await busy()) - busyBefore;
say('main thread', `${((share / ((performance.now() - since) / 1_000)) * 100).toFixed(0)} % busy at rest`);

say('scrolling', `${(await slowestFrame(page)).toFixed(0)} ms for the slowest of the frames`);

await page.keyboard.press('/');
await page.keyboard.type('/probe/');
const took: number[] = [];
for (let probe = 1; probe <= PROBES; probe++) {
  const sentAt = performance.now();
  const url = `https://shop.example/probe/${probe}-`;
  tab.send({ type: 'page', page: { url, title: 'Probe', referrer: '' } });
  // Looked for at every frame: a locator would look again after half a second only.
  await page.waitForFunction(
    (path) => document.querySelector('[role=table]')?.textContent.includes(path) === true,
    `/probe/${probe}-`,
  );
  took.push(performance.now() - sentAt);
}
took.sort((one, other) => one - other);
say(
  'age of a row',
  `${took[PROBES >> 1]?.toFixed(0)} ms in the middle, ${took.at(-1)?.toFixed(0)} ms at most`,
);
await browser.close();
await tab.close();
await stop(load);
if (load.exitCode === null && load.signalCode === null) await once(load, 'exit');

async function consolePage(): Promise<Page> {
  const context = await browser.newContext({
    userAgent: ORDINARY_AGENT,
    viewport: { width: 1440, height: 900 },
  });
  const answer = await context.request.post(`${server.base}/api/auth/sign-in/email`, {
    data: OWNER,
    headers: { origin: server.base },
  });
  if (!answer.ok()) throw new Error(`could not sign in: ${answer.status()}`);
  const opened = await context.newPage();
  opened.setDefaultTimeout(30_000);
  await opened.goto(`${server.base}/counter/${server.counter}/chat/users`);
  return opened;
}

/** Turns the wheel for two seconds over the list. */
async function slowestFrame(list: Page): Promise<number> {
  await list.getByRole('row').nth(3).hover();
  await list.evaluate(`window.frames_ = []; (function next(at) {
    requestAnimationFrame((now) => { frames_.push(now - at); next(now); });
  })(performance.now())`);
  for (let turn = 0; turn < 40; turn++) {
    await list.mouse.wheel(0, 600);
    await list.waitForTimeout(50);
  }
  return (await list.evaluate('Math.max(...frames_)')) as number;
}

function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(14)}${value}\n`);
}
