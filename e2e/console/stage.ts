/** One server and one browser for a file of tests of the operator's console. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { newKey, visit, type Visitor, type VisitorOptions } from '../../packages/server/test/chat-client.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, ORDINARY_AGENT } from '../browser.ts';
import { createApi, type Api } from '../path/api.ts';

export interface ConsoleStage extends AsyncDisposable {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly api: Api;
  /** A counter whose chat is on. */
  counter(settings?: Record<string, unknown>): Promise<number>;
  /** A page of the owner, signed in. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

/** @param environment further settings of the server */
export async function createConsoleStage(environment: Record<string, string> = {}): Promise<ConsoleStage> {
  const server = await startServer({ environment });
  const browser = await launchBrowser();
  const api = createApi(server.url, server.token);
  const contexts: BrowserContext[] = [];
  let session: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
  return {
    server,
    browser,
    api,
    counter: async (settings = {}) => {
      const id = await api.createCounter(settings);
      const answer = await api.call('PUT', `/api/v1/counters/${id}/chat/settings`, {
        settings: { enabled: true },
      });
      if (answer.status !== 200) throw new Error(`the chat is not on: ${JSON.stringify(answer.body)}`);
      return id;
    },
    open: async (path, options = {}) => {
      session ??= await signIn(browser, server);
      const context = await browser.newContext({
        userAgent: ORDINARY_AGENT,
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-US',
        storageState: session,
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(server.url + path);
      return page;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await server.close();
    },
  };
}

async function signIn(browser: Browser, { url, owner }: TestServer) {
  const context = await browser.newContext();
  const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
    data: owner,
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`could not sign in: ${answer.status()}`);
  const session = await context.storageState();
  await context.close();
  return session;
}

export interface Guest {
  readonly tab: Visitor;
  readonly visitor: string;
  readonly secret: string;
  /** Resolves when the server has it. */
  write(text: string): Promise<void>;
}

/** Someone on the counter's site, without a browser. */
export async function guest(
  stage: ConsoleStage,
  counterId: number,
  options: VisitorOptions = {},
): Promise<Guest> {
  const { tab, visitor, secret } = await visit(stage.server.url, counterId, options);
  return {
    tab,
    visitor,
    secret,
    write: async (text) => {
      const key = newKey();
      tab.send({ type: 'message', key, text, fileId: null });
      await tab.next('stored', (event) => event.key === key);
    },
  };
}

/** The switch shows that the console is connected and known. */
export async function ready(page: Page): Promise<void> {
  await page.getByRole('switch', { name: /Online|На связи/, checked: true }).waitFor();
}

export const rowOf = (page: Page, text: string): Locator =>
  page.getByRole('list', { name: /Conversations|Диалоги/ }).getByRole('button', { name: text });
export const log = (page: Page): Locator => page.getByRole('log');
export const reply = (page: Page): Locator => page.getByRole('textbox', { name: /Reply|Ответ/ });

/** Writes into the open conversation and sends with Enter. */
export async function answer(page: Page, text: string): Promise<void> {
  await reply(page).fill(text);
  await page.keyboard.press('Enter');
}
