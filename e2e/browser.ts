/** Debian's Chromium as an ordinary visitor's browser. */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Playwright's own agent string says Headless, and rightly counts as a robot. */
export const ORDINARY_AGENT =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
}

export function newVisitor(
  browser: Browser,
  options: { readonly userAgent?: string } = {},
): Promise<BrowserContext> {
  return browser.newContext({ userAgent: options.userAgent ?? ORDINARY_AGENT });
}
