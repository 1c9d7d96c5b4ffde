/** What axe finds on a page, a line each. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All of axe's rules whose answer another colour scheme can change. */
const OF_COLORS = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] };

export const axeFaults = (page: Page, exclude: string[] = []): Promise<string[]> =>
  faults(page, ALL, exclude);

/** For a screen that `axeFaults` has seen in other colours. */
export const colorFaults = (page: Page, exclude: string[] = []): Promise<string[]> =>
  faults(page, OF_COLORS, exclude);

async function faults(page: Page, runOnly: typeof ALL | typeof OF_COLORS, exclude: string[]) {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  // What is still being fetched is shown in pale colours.
  // A text would be evaluated again at each look, which the admin's policy forbids.
  await page.waitForFunction(() => document.querySelector('.gp-stale') === null);
  return page.evaluate(
    async ([runOnly, exclude]) => {
      const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
      const { violations } = await axe.run({ exclude }, { runOnly });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      );
    },
    [runOnly, exclude] as const,
  );
}
