/** What every browser test of the tag needs: a recorder, a browser, and a watch for errors on the page. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { CONSENT_MODULE_NAMES, TAG_MODULE_NAMES } from '@goalpost/contract/tag-modules';
import { snippet } from '@goalpost/tag/snippet';
import { launchBrowser, newVisitor } from '../browser.ts';
import { type Recorded, type Recorder, startRecorder } from './recorder.ts';

export const COUNTER = 4242;
/** All modules that send without asking the visitor first. */
export const UNASKED_MODULES = TAG_MODULE_NAMES.filter((name) => !CONSENT_MODULE_NAMES.includes(name));

export interface Stage {
  readonly recorder: Recorder;
  readonly context: BrowserContext;
  /** A new tab of the same visitor. */
  newPage(): Promise<Page>;
  /** Opens a page whose body is `body`, with our snippet; `init` replaces the snippet's own call. */
  open(options?: PageOptions): Promise<Page>;
  /** Resolves when all that the page's counter has sent so far has arrived, with all but page views, as `inOrder`. */
  settled(page: Page): Promise<Recorded[]>;
  /** What the page's consoles and windows said that is an error. */
  readonly errors: string[];
  readonly console: string[];
}

export interface PageOptions {
  readonly path?: string;
  /** Options of `init`; `false` leaves the call out. */
  readonly init?: string | false;
  /** Before the snippet. */
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly query?: string;
  /** Only serve it. */
  readonly page?: Page;
}

/** The page of the tests: a loader as owners paste it, with the options of `init` to choose. */
export function html(options: PageOptions, recorder: Recorder): string {
  const { loader } = snippet(COUNTER, `${recorder.url}/metrika/tag.js`);
  const call = /^ym\(.*$/m;
  const init = options.init === false ? '' : `ym(${COUNTER},"init",${options.init ?? '{}'});`;
  return `<!doctype html><title>Shop</title>${options.head ?? ''}${loader.replace(call, init)}<body>${options.body ?? ''}`;
}

export const views = (hits: readonly Recorded[]): Recorded[] => hits.filter((hit) => hit.info['pv'] === '1');
export const goals = (hits: readonly Recorded[]): Recorded[] =>
  hits.filter((hit) => hit.keys['page-url']?.startsWith('goal://'));
export const isView = (hit: Recorded): boolean => hit.info['pv'] === '1';
export const isGoal = (hit: Recorded): boolean => hit.keys['page-url']?.startsWith('goal://') ?? false;

/** What another vendor's chat told is decided in turn: when ours has come, all earlier ones are over. */
const TURNS = `(async () => {
  const { held, pending } = await navigator.locks.query();
  const names = new Set([...held, ...pending].map(({ name }) => name).filter((name) => name.startsWith('_gp.vendor.')));
  for (const name of names) await navigator.locks.request(name, () => 0);
})().then(null, () => 0)`;
/** Resolves when what the page did so far would have been sent: the network is idle, and a later request is answered. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(TURNS);
  await page.evaluate('fetch(location.href).then((answer) => answer.text())');
}

const LAST = 'settled';
const isLast = ({ keys }: Recorded): boolean => keys['page-url']?.endsWith(`/${LAST}`) ?? false;
/** Of one page and counter as they were sent: connections race, so the last may come first. */
export const inOrder = (hits: readonly Recorded[]): Recorded[] =>
  hits.toSorted((a, b) => Number(a.info['rqn']) - Number(b.info['rqn']));

/**
 * Sets up one for the file; every test gets a new visitor.
 * @param tolerated errors that a test may cause on purpose
 */
export function setStage(tolerated: RegExp = /^$/): Stage {
  let recorder: Recorder | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  const errors: string[] = [];
  const said: string[] = [];
  let count = 0;
  let settles = 0;

  beforeAll(async () => {
    [recorder, browser] = await Promise.all([startRecorder(), launchBrowser()]);
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    recorder?.answer(200);
    recorder?.clear();
    const found = errors.filter((error) => !tolerated.test(error));
    errors.length = 0;
    said.length = 0;
    expect(found, 'errors on the page').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await recorder?.close();
  });

  const there = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the stage is set in beforeAll');
    return part;
  };
  const stage: Stage = {
    get recorder() {
      return there(recorder);
    },
    get context() {
      return there(context);
    },
    errors,
    console: said,
    newPage: async () => {
      context ??= await newVisitor(there(browser));
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(`uncaught: ${String(error)}`));
      page.on('console', (message) => {
        said.push(message.text());
        if (message.type() === 'error') errors.push(`console: ${message.text()} ${message.location().url}`);
      });
      return page;
    },
    settled: async (page) => {
      await page.evaluate(TURNS);
      // A callback does not wait for a slow answer [W32], so it is not told by that what has come.
      const mark = `"settled":"${++settles}"`;
      await page.evaluate(`ym(${COUNTER}, 'reachGoal', '${LAST}', {${mark}})`);
      const [last] = await stage.recorder.wait(1, ({ keys }) => keys['site-info']?.includes(mark) ?? false);
      // Hits are numbered by page.
      const ofCounter = ({ counter, info }: Recorded): boolean =>
        counter === String(COUNTER) && info['hid'] === last?.info['hid'];
      const sent = await stage.recorder.wait(Number(last?.info['rqn']), ofCounter);
      return inOrder(sent).filter((hit) => !isView(hit) && !isLast(hit));
    },
    open: async (options = {}) => {
      const path = options.path ?? `/page-${++count}`;
      const url = stage.recorder.page(path, html(options, stage.recorder), options.headers);
      const page = options.page ?? (await stage.newPage());
      await page.goto(url + (options.query ?? ''), { waitUntil: 'load' });
      return page;
    },
  };
  return stage;
}
