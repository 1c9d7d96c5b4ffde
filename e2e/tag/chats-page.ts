/** A page with other vendors' chats, and the goals that it has sent. */
import type { Page } from 'playwright-core';
import { goals, inOrder, type Stage } from './stage.ts';

export function chatsPage(stage: Stage) {
  /** In the order in which they were sent: requests race. */
  const told = (): string[] =>
    inOrder(goals(stage.recorder.hits))
      .map(({ keys }) => (keys['page-url'] ?? '').replace('goal://127.0.0.1/', ''))
      .filter((goal) => goal !== 'settled');

  /** Opens a page with the head given, and waits until the adapters named have been fetched. */
  async function open(
    head: string,
    vendors: readonly string[] = [],
    page?: Page,
    path?: string,
  ): Promise<Page> {
    stage.recorder.carry(['chats']);
    const opened = await stage.open({ head, ...(page ? { page } : {}), ...(path ? { path } : {}) });
    const scripts = JSON.stringify(['.js', ...vendors.map((name) => `/${name}.js`)]);
    await opened.waitForFunction(
      `${scripts}.every((name) => performance.getEntriesByType('resource').some((entry) => entry.name.includes('/tag/chats' + name) && entry.responseEnd > 0))`,
    );
    // Anyone who asked for an adapter before has it by then.
    for (const name of vendors) await opened.evaluate(`import('/tag/chats/${name}.js?id=4242')`);
    return opened;
  }

  return { told, open };
}
