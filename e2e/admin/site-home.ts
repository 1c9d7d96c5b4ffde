/** Gives the server of a test an address of the web: browsers keep public pages from this machine's own. */
import type { BrowserContext } from 'playwright-core';

export const HOME = 'https://stats.example';

/** What a page asks for while it closes ends with it. */
const GONE = /disposed|has been closed|has been destroyed/;

export async function serveHome(context: BrowserContext, serverUrl: string): Promise<void> {
  await context.route(`${HOME}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    try {
      await route.fulfill({ response: await route.fetch({ url: `${serverUrl}${pathname}${search}` }) });
    } catch (error) {
      if (!GONE.test(String(error))) throw error;
    }
  });
}
