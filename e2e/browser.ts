/** Debian's Chromium as an ordinary visitor's browser. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { PATIENCE_MS } from '../packages/server/test/eventually.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The build without a window takes less than half the processor time of the other. */
const WINDOWLESS = '/usr/lib/chromium/chromium-headless-shell';
const ORDINARY = '/usr/bin/chromium';

/** Playwright's own agent string says Headless, and rightly counts as a robot. */
export const ORDINARY_AGENT =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: existsSync(WINDOWLESS) ? WINDOWLESS : ORDINARY,
    args: ARGS,
    timeout: PATIENCE_MS,
  });
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}

export function newVisitor(
  browser: Browser,
  options: { readonly userAgent?: string } = {},
): Promise<BrowserContext> {
  return browser.newContext({ userAgent: options.userAgent ?? ORDINARY_AGENT });
}
