/** Whether a page fits the width of its screen. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Charts, tables and words in another language take their width a moment after they are there. */
export async function fits(page: Page): Promise<void> {
  const over = () =>
    page.evaluate(() => {
      // What stands out of a notice is cut there, and widens no page.
      const notices = [...document.querySelectorAll('[role=alert], [role=status]')];
      const cut = notices.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...cut);
    });
  await expect.poll(over).toBeLessThanOrEqual(0);
}
