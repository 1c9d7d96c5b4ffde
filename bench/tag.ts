/**
 * What the tag with all its modules costs the page that carries it. The main thread's CPU time with it, with an empty
 * script in its place, and without any, in turning order; told is the median of the rounds' differences.
 */
import type { Browser } from 'playwright-core';
import { TAG_MODULE_NAMES } from '@goalpost/contract/tag-modules';
import { snippet } from '@goalpost/tag/snippet';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { startRecorder } from '../e2e/tag/recorder.ts';
import { type MainThread, watchMainThread } from './main-thread.ts';

/** As Lighthouse makes a phone of the middle out of a desktop. */
const SLOWER = 4;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15);
/** As long as everything that starts by itself needs; the same rest where nothing does. */
const REST_MS = 1_000;
const COUNTER = 4242;

/** A shop's page of ordinary weight; it agrees to all, so that nothing waits. */
const html = (tag: string): string => `<!doctype html><html lang="en"><title>Shop</title>
  <link rel="icon" href="data:,">${tag}<body><h1>Shop</h1><ul></ul><script>
    const list = document.querySelector('ul');
    for (let index = 0; index < 400; index++) {
      const item = document.createElement('li');
      item.innerHTML = '<b>' + index + '</b><p>Boots for long ways, made to be repaired.</p>';
      list.append(item);
    }
  </script>`;

async function measure(browser: Browser, url: string): Promise<MainThread> {
  const context = await newVisitor(browser);
  try {
    const page = await context.newPage();
    const done = await watchMainThread(browser, page, SLOWER);
    await page.goto(url);
    await page.waitForTimeout(REST_MS);
    return await done();
  } finally {
    await context.close();
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const recorder = await startRecorder();
const browser = await launchBrowser();
try {
  // The chat is no part of the tag: it has a bench of its own.
  recorder.carry(TAG_MODULE_NAMES.filter((name) => name !== 'chat' && name !== 'consent_free'));
  const { loader } = snippet(COUNTER, `${recorder.url}/metrika/tag.js`);
  const agrees = `<script>ym(${COUNTER},'consent',true)</script>`;
  const empty = snippet(COUNTER, recorder.script('/empty/tag.js', '')).loader;
  const pages = [
    recorder.page('/without', html('')),
    recorder.page('/empty', html(empty + agrees)),
    recorder.page('/with', html(loader + agrees)),
  ];
  const differences = { task: [[], []] as [number[], number[]], script: [[], []] as [number[], number[]] };
  for (let round = 0; round < ROUNDS; round++) {
    const took: MainThread[] = [];
    for (let turn = 0; turn < pages.length; turn++) {
      const at = (round + turn) % pages.length;
      took[at] = await measure(browser, pages[at]!);
    }
    for (const what of ['task', 'script'] as const)
      for (const which of [0, 1] as const) differences[what][which].push(took[2]![what] - took[which]![what]);
  }
  const { task, script } = differences;
  const said = (name: string, all: readonly number[]): string =>
    `tag, ${name}, ${SLOWER} times slower: ${median(all).toFixed(1)} ms (${all
      .map((ms) => ms.toFixed(1))
      .join(' ')})\n`;
  process.stdout.write(
    said('main thread beside no script', task[0]) +
      said('main thread beside an empty one', task[1]) +
      said('scripts beside no script', script[0]) +
      said('scripts beside an empty one', script[1]),
  );
} finally {
  await browser.close();
  await recorder.close();
}
