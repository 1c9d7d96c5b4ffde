/** One server and one browser for a file of tests of the web app. Every test gets a page of its own. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  startServer,
  type TestServer,
  type TestServerOptions,
} from '../../packages/server/test/start-server.ts';
import { launchBrowser, ORDINARY_AGENT } from '../browser.ts';
import { createApi, type Api } from '../path/api.ts';

export interface Stage extends AsyncDisposable {
  readonly server: TestServer;
  readonly api: Api;
  /** A page of someone who is not signed in. */
  open(path: string, options?: PageOptions): Promise<Page>;
  /** A page of the owner. */
  openSignedIn(path: string, options?: PageOptions): Promise<Page>;
}

export interface PageOptions {
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

export async function createStage(
  options: Pick<TestServerOptions, 'setup' | 'environment' | 'clock'> = {},
): Promise<Stage> {
  const server = await startServer(options);
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const state = { session: undefined as Awaited<ReturnType<BrowserContext['storageState']>> | undefined };

  const open = async (
    path: string,
    page: PageOptions = {},
    session?: typeof state.session,
  ): Promise<Page> => {
    const context = await newContext(browser, page, session);
    contexts.push(context);
    const opened = await context.newPage();
    await opened.goto(server.url + path);
    return opened;
  };

  return {
    server,
    api: createApi(server.url, server.token),
    open: (path, page) => open(path, page),
    openSignedIn: async (path, page) => {
      state.session ??= await signInByApi(browser, server);
      return open(path, page, state.session);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await server.close();
    },
  };
}

function newContext(
  browser: Browser,
  { locale = 'en-US', colorScheme = 'light', width = 1280 }: PageOptions,
  session: Awaited<ReturnType<BrowserContext['storageState']>> | undefined,
): Promise<BrowserContext> {
  return browser.newContext({
    userAgent: ORDINARY_AGENT,
    viewport: { width, height: 860 },
    reducedMotion: 'reduce',
    locale,
    colorScheme,
    ...(session ? { storageState: session } : {}),
  });
}

/** Signs in without the form, which has a test of its own. */
async function signInByApi(browser: Browser, { url, owner }: TestServer) {
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
