/** What a page without any chat pays for looking: one request, at idle, and none on its next pages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { snippet } from '@goalpost/tag/snippet';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, newVisitor } from '../browser.ts';
import { createApi } from './api.ts';

let server: TestServer;
let browser: Browser;
let site: Server;
let home: string;
let page: string;
/** Of the tag, in their order; the browser's own cache is before this. */
const asked: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  site = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!/^\/(metrika|tag|watch)\//.test(path)) {
      response.setHeader('content-type', 'text/html');
      response.end(page);
      return;
    }
    asked.push(path.replace(/\?.*/s, ''));
    void fetch(server.url + path, { headers: { 'user-agent': request.headers['user-agent'] ?? '' } })
      .then(async (answer) => {
        for (const name of ['content-type', 'cache-control', 'etag'])
          if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name)!);
        response.end(Buffer.from(await answer.arrayBuffer()));
      })
      // What a page tells as it is left may come when the server has ended.
      .catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await new Promise((done) => void site.once('listening', done));
  home = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  site.closeAllConnections();
  await new Promise((done) => void site.close(done));
});

it('[W45] [W46] is one request once the page is idle, and none on the pages after it', async () => {
  const api = createApi(server.url, server.token);
  const counter = await api.createCounter();
  // Pages ask at their idle time, which is after this has been noted.
  page = `<!doctype html><title>Shop</title><script>
    const idle = window.requestIdleCallback;
    window.requestIdleCallback = (run) => idle(() => { performance.mark('idle'); run() });
  </script>${snippet(counter, `${home}/metrika/tag.js`).loader}<body>Nothing but text<img src="/picture"><script src="/own.js"></script>`;
  const context = await newVisitor(browser);
  const tab = await context.newPage();
  const chats = (): string[] => asked.filter((path) => path.startsWith('/tag/chats'));
  const load = async (path: string): Promise<void> => {
    await tab.goto(home + path);
    await expect
      .poll(() =>
        tab.evaluate(
          `performance.getEntriesByType('resource').filter(({ name, responseEnd }) => /tag.chats/.test(name) && responseEnd > 0).length`,
        ),
      )
      .toBe(1);
    // A look into what it has, and a later one when more is loaded.
    await tab.evaluate(
      `import('/tag/chats.js?id=${counter}').then(() => fetch('/later').then((a) => a.text()))`,
    );
  };
  await load('/');
  expect(chats()).toEqual(['/tag/chats.js']);
  const [idle, began] = await tab.evaluate<[number, number]>(`[
    performance.getEntriesByName('idle')[0].startTime,
    performance.getEntriesByType('resource').find(({ name }) => name.includes('/tag/chats')).startTime,
  ]`);
  expect(began).toBeGreaterThanOrEqual(idle);
  await load('/second');
  await load('/third');
  expect(chats()).toEqual(['/tag/chats.js']);
  // It keeps nothing of chats where none is.
  expect(
    await tab.evaluate(
      `JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), document.cookie])`,
    ),
  ).not.toContain('vendor');
  await context.close();
});
