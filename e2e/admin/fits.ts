/** Whether a page fits the width of its screen, and what it draws its own frames. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Charts, tables and words in another language take their width a moment after they are there. */
export async function fits(page: Page): Promise<void> {
  const over = () =>
    page.evaluate(() => {
      // What stands out of a notice is cut there, and widens no page.
      const all = [...document.querySelectorAll('[role=alert], [role=status]')];
      // Those for screen readers alone are a point wide, whatever they say.
      const notices = all.filter(({ clientWidth }) => clientWidth > 1);
      const cut = notices.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      // A chart's words are drawn at any place, and cut by the edge of their picture.
      const words = [...document.querySelectorAll('.gp-chart-canvas svg text')];
      const below = words.map((word) => {
        const picture = word.closest('svg')?.getBoundingClientRect().bottom ?? 0;
        return word.getBoundingClientRect().bottom - picture;
      });
      return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...cut, ...below);
    });
  await expect.poll(over).toBeLessThanOrEqual(0);
}
