/** Pages with many vendors' widgets, by a clock that the test moves, and the goals that each makes. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { TOOLS, type VendorScript } from './habits/vendor.ts';
import { goals, type PageOptions, type Stage } from './stage.ts';

/** Endings of goals by the vendor's id, sorted; a vendor without goals is left out. */
export type Made = Readonly<Record<string, readonly string[]>>;

export const onlyWithGoals = (endings: readonly (readonly [id: string, own: readonly string[]])[]): Made =>
  Object.fromEntries(endings.flatMap(([id, own]) => (own.length > 0 ? [[id, own.toSorted()] as const] : [])));

export const snippets = (widgets: readonly VendorScript[]): string =>
  widgets.map(({ snippet = '' }) => `<script>${snippet}</script>`).join('');

export const bring = (widgets: readonly VendorScript[]): string =>
  `for (const src of ${JSON.stringify(widgets.map(({ address }) => address))}) document.head.append(Object.assign(document.createElement('script'), { src, async: true }));`;

export function vendorPages(stage: Stage) {
  /** What each page has asked for since it was opened: its own list of requests stands still with its clock. */
  const asked = new WeakMap<Page, Set<string>>();

  return {
    async newPage<Widget extends VendorScript>(
      widgets: readonly Widget[],
      bodyOf: (widget: Widget) => string,
    ): Promise<Page> {
      const page = await stage.newPage();
      await page.clock.install();
      page.on('requestfinished', (request) => asked.get(page)?.add(new URL(request.url()).pathname));
      for (const widget of widgets)
        await page.route(
          (url) => url.href === new URL(widget.address, stage.recorder.url).href,
          (route) => route.fulfill({ contentType: 'text/javascript', body: bodyOf(widget) }),
        );
      await page.route(/papercups\.io\/\?/, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
      return page;
    },

    async open(page: Page, head: string, options: Pick<PageOptions, 'body'> & { readonly asks?: true } = {}) {
      const { asks, ...others } = options;
      asked.set(page, new Set());
      stage.recorder.carry(asks ? ['chats', 'consent'] : ['chats']);
      await stage.open({ page, head: `<script>${TOOLS}</script>${head}`, ...others });
    },

    /** Resolves when the page has looked at what it holds. */
    async looked(page: Page): Promise<void> {
      await expect.poll(() => asked.get(page)?.has('/tag/chats.js')).toBe(true);
      await page.evaluate(`import('/tag/chats.js?id=4242')`);
    },

    /** Resolves when their adapters run. */
    async adapted(page: Page, widgets: readonly VendorScript[]): Promise<void> {
      const ids = widgets.map(({ id }) => id);
      await expect.poll(() => ids.filter((id) => !asked.get(page)?.has(`/tag/chats/${id}.js`))).toEqual([]);
      await page.evaluate(
        `Promise.all(${JSON.stringify(ids)}.map((id) => import('/tag/chats/' + id + '.js?id=4242')))`,
      );
    },

    /** What is held for a vendor's own report is said when the page is left. */
    async settle(page: Page): Promise<void> {
      await page.evaluate("dispatchEvent(new Event('pagehide'))");
      await stage.settled(page);
    },

    made(widgets: readonly VendorScript[]): Made {
      const all = goals(stage.recorder.hits).map(({ keys }) =>
        (keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''),
      );
      return onlyWithGoals(
        widgets.map(({ id, prefix }) => [
          id,
          prefix === ''
            ? []
            : all
                .filter((goal) => goal.startsWith(`${prefix}_`))
                .map((goal) => goal.slice(prefix.length + 1)),
        ]),
      );
    },
  };
}
