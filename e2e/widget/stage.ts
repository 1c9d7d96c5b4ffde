/** What every browser test of the widget needs: a server, a browser, and a watch for errors on the page. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser, ORDINARY_AGENT } from '../browser.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { PHONE } from './phone.ts';

export { PHONE };

export interface Stage {
  readonly server: FakeServer;
  /** Another tab of the same visitor. */
  newPage(): Promise<Page>;
  /** Opens a page with the widget, and waits for its button. */
  open(options?: PageOptions): Promise<Page>;
  readonly errors: string[];
}

export interface PageOptions {
  readonly path?: string;
  readonly head?: string;
  readonly body?: string;
  readonly lang?: string;
  readonly headers?: Record<string, string>;
  readonly context?: BrowserContextOptions;
  readonly page?: Page;
  /** Whether to wait for the connection; else only for the page. */
  readonly connected?: boolean;
}

export const openChat = (page: Page): Locator => page.getByRole('button', { name: 'Open chat' });
export const closeChat = (page: Page): Locator => page.getByRole('button', { name: 'Close chat' });
export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Chat' });
export const log = (page: Page): Locator => page.getByRole('log', { name: 'Messages' });
export const message = (page: Page): Locator => page.getByRole('textbox', { name: 'Message' });
export const send = (page: Page): Locator => page.getByRole('button', { name: 'Send' });

/** Writes and sends; resolves when it stands in the log. */
export async function write(page: Page, text: string): Promise<void> {
  await message(page).fill(text);
  await send(page).click();
  await log(page).getByText(text).waitFor();
}

/** @param tolerated errors that a test may cause on purpose */
export function setStage(tolerated: RegExp = /^$/): Stage {
  let server: FakeServer | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  const errors: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startFakeServer(), launchBrowser()]);
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    server?.clear();
    const found = errors.filter((error) => !tolerated.test(error));
    errors.length = 0;
    expect(found, 'errors on the page').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const there = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the stage is set in beforeAll');
    return part;
  };
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    context ??= await there(browser).newContext({ userAgent: ORDINARY_AGENT, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(`uncaught: ${String(error)}`));
    page.on('console', (said) => {
      if (said.type() === 'error') errors.push(`console: ${said.text()} ${said.location().url}`);
    });
    return page;
  };
  const stage: Stage = {
    get server() {
      return there(server);
    },
    errors,
    newPage: () => newPage(),
    open: async ({
      path = '/',
      head = '',
      body = '',
      lang = 'en',
      headers,
      context: options,
      page,
      connected = true,
    } = {}) => {
      const html = `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>Shop</title>${head}<script async src="{{chat}}"></script><body><h1>Shop</h1>${body}`;
      const url = there(server).page(path, html, headers);
      const one = page ?? (await newPage(options));
      const hellos = there(server).frames.filter(({ type }) => type === 'hello').length;
      await one.goto(url);
      if (connected) await there(server).wait('hello', hellos + 1);
      return one;
    },
  };
  return stage;
}
