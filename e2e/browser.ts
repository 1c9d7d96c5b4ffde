/** Debian's Chromium as an ordinary visitor's browser. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE_MS } from '../packages/server/test/eventually.ts';

/** Playwright's own agent string says Headless, and rightly counts as a robot. */
export const ORDINARY_AGENT =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

const ARGS = [
  // What a page sends while it goes away leaves without its context's agent.
  `--user-agent=${ORDINARY_AGENT}`,
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

/** Resolves when the field has the focus: letters that are typed earlier go elsewhere. */
export const hasFocus = (field: Locator): Promise<void> =>
  expect
    .poll(() => field.evaluate((one) => (one.getRootNode() as Document).activeElement === one))
    .toBe(true);

/** Resolves when ten frames of the page in a row find the focus there: whatever pulls it away had its turn. */
export const keepsFocus = (field: Locator): Promise<void> =>
  field.evaluate(
    (one) =>
      new Promise((resolve) => {
        let turns = 0;
        const look = (): void => {
          turns = (one.getRootNode() as Document).activeElement === one ? turns + 1 : 0;
          if (turns < 10) requestAnimationFrame(look);
          else resolve();
        };
        look();
      }),
  );

/** From here on an installed clock goes on by `runFor` alone, not with the machine's; an hour has passed on it. */
export const holdClock = (page: Page): Promise<void> => page.clock.pauseAt(Date.now() + 3_600_000);
