/** A phone of the middle, as a browser context. */
import type { BrowserContextOptions } from 'playwright-core';

export const PHONE = {
  viewport: { width: 390, height: 844 },
  userAgent:
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions;
