/** The whole product below a path of another site, by clicking: one proxy keeps the path, one takes it away. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../packages/server/src/kit/test-free-port.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, ORDINARY_AGENT } from '../browser.ts';
import { answer, log, ready, rowOf } from '../console/stage.ts';
import { createApi } from './api.ts';
import { startNginx } from './nginx.ts';

interface Place {
  readonly base: string;
  readonly server: TestServer;
  readonly counter: number;
}

const KEPT = '/stats';
const TAKEN = '/tools/web-stats';

let host: string;
let nginx: AsyncDisposable;
let browser: Browser;
let site: Server;
const places = new Map<string, Place>();
const placeOf = (base: string): Place => {
  const place = places.get(base);
  if (place === undefined) throw new Error(`nothing is at ${base}`);
  return place;
};

beforeAll(async () => {
  host = `http://127.0.0.1:${await freePort()}`;
  site = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Red sneakers</title><h1>Red sneakers</h1>
      ${new URL(request.url ?? '/', host).searchParams.get('tag') ?? ''}`);
  });
  await new Promise<void>((resolve) => void site.listen(0, '127.0.0.1', resolve));
  for (const base of [KEPT, TAKEN]) {
    const server = await startServer({
      environment: { GOALPOST_PUBLIC_URL: `${host}${base}/`, GOALPOST_TRUST_PROXY: '127.0.0.1' },
    });
    const api = createApi(server.url, server.token);
    const counter = await api.createCounter({ site2: { site: '127.0.0.1' } });
    await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings: { enabled: true } });
    places.set(base, { base, server, counter });
  }
  const below = (base: string) => ({ base, port: Number(new URL(placeOf(base).server.url).port) });
  nginx = await startNginx(Number(new URL(host).port), below(KEPT), below(TAKEN));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await nginx[Symbol.asyncDispose]();
  for (const { server } of places.values()) await server.close();
  site.closeAllConnections();
  await new Promise((resolve) => void site.close(resolve));
});

/** Every address that a browser asked for, sockets included. */
async function newContext(): Promise<{ readonly context: BrowserContext; readonly asked: string[] }> {
  const context = await browser.newContext({
    userAgent: ORDINARY_AGENT,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  const asked: string[] = [];
  context.on('request', (request) => void asked.push(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => void asked.push(socket.url())));
  return { context, asked };
}

/** What was asked outside of the path; the shop's own pages are none of it. */
function outside(asked: readonly string[], base: string): string[] {
  const ours = [`${host}${base}/`, `${host.replace('http', 'ws')}${base}/`];
  const shop = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const allowed = [...ours, shop, 'data:', 'blob:'];
  return asked.filter((url) => !allowed.some((start) => url.startsWith(start)));
}

async function signIn(page: Page, { base, server }: Place): Promise<void> {
  await page.goto(`${host}${base}/`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(server.owner.email);
  await page.getByLabel('Password', { exact: true }).fill(server.owner.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Sites' }).waitFor();
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe.each([
  { base: KEPT, how: 'kept' },
  { base: TAKEN, how: 'taken away' },
])('the path $base is $how by the proxy', ({ base }) => {
  it('[W78] signs in, opens a report by its link, exports it and signs out, all below the path', async () => {
    const place = placeOf(base);
    const { context, asked } = await newContext();
    const page = await context.newPage();
    await signIn(page, place);
    expect(pathOf(page)).toBe(`${base}/counters`);

    const report = `${base}/counter/${place.counter}/report/sources_summary`;
    await page.goto(`${host}${report}`);
    await page.getByRole('button', { name: 'Export' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV', exact: true }).click(),
    ]);
    expect(download.url()).toMatch(`${host}${base}/stat/v1/data.csv?`);
    expect(await download.failure()).toBeNull();
    expect(pathOf(page)).toBe(report);
    // What the page itself is and shows: icon, scripts, styles.
    const named = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[href],[src]')].map(
        (one) => new URL(one.getAttribute('href') ?? one.getAttribute('src') ?? '', document.baseURI).href,
      ),
    );
    expect(outside(named, base)).toEqual([]);

    await page.goto(`${host}${base}/counter/${place.counter}/install`);
    await page.getByText(`${host}${base}/metrika/tag.js?id=${place.counter}`).first().waitFor();
    await page.goto(`${host}${base}/counter/${place.counter}/settings/chat`);
    await page.getByText(`${host}${base}/chat/widget.js?id=${place.counter}`).waitFor();

    const cookies = await context.cookies(`${host}${base}/api/auth/get-session`);
    expect(cookies.length).toBeGreaterThan(1);
    for (const { path } of cookies) expect(`${path}/`).toMatch(new RegExp(`^${base}/`));
    expect(await context.cookies(`${host}/`)).toEqual([]);

    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
    expect(pathOf(page)).toBe(`${base}/sign-in`);
    await page.goto(`${host}${base}/account`);
    await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
    expect(new URL(page.url()).search).toBe('?next=/account');
    expect(outside(asked, base)).toEqual([]);
    await context.close();
  });

  it('[W78] a visitor is counted, writes and sends a file, and is answered, all below the path', async () => {
    const place = placeOf(base);
    const operator = await newContext();
    const page = await operator.context.newPage();
    await signIn(page, place);
    await page.goto(`${host}${base}/counter/${place.counter}/chat/inbox`);
    await ready(page);
    expect(operator.asked).toContain(`${host.replace('http', 'ws')}${base}/chat/v1/operator`);

    const visitor = await newContext();
    const shop = await visitor.context.newPage();
    const { body } = await createApi(place.server.url, place.server.token).call<{
      counter: { code: string };
    }>('GET', `/management/v1/counter/${place.counter}?field=code`);
    const { port } = site.address() as AddressInfo;
    await shop.goto(`http://127.0.0.1:${port}/sneakers?tag=${encodeURIComponent(body.counter.code)}`);
    await shop.getByRole('button', { name: 'Open chat' }).click();
    const window = shop.getByRole('dialog', { name: 'Chat' });
    await window.getByRole('textbox', { name: 'Message' }).fill('Is it in red?');
    await window.getByRole('button', { name: 'Send' }).click();
    await rowOf(page, 'Is it in red?').click();
    await answer(page, 'Yes it is');
    await shop.getByRole('log', { name: 'Messages' }).getByText('Yes it is').waitFor();
    const choose = window.locator('input[type=file]');
    await choose.setInputFiles({ name: 'feet.txt', mimeType: 'text/plain', buffer: Buffer.from('Size 42') });
    const link = log(page).getByRole('link', { name: /feet\.txt/ });
    const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
    expect(address).toMatch(`${host}${base}/chat/v1/files/`);
    expect(await (await operator.context.request.get(address)).text()).toBe('Size 42');
    const theirs = shop.getByRole('log', { name: 'Messages' }).getByRole('link', { name: /feet\.txt/ });
    expect(await theirs.getAttribute('href')).toBe(address);

    const hits = visitor.asked.filter((url) => url.includes('/watch/'));
    expect(hits.length).toBeGreaterThan(0);
    await place.server.flushed();
    const counted = await createApi(place.server.url, place.server.token).stat(place.counter, {
      metrics: 'ym:s:visits',
    });
    expect(counted.totals).toEqual([1]);
    expect(outside(operator.asked, base)).toEqual([]);
    expect(outside(visitor.asked, base)).toEqual([]);
    await operator.context.close();
    await visitor.context.close();
  });

  it('[W78] [A75] a shared link leads below the path, and its password stays there', async () => {
    const place = placeOf(base);
    const { body, status } = await createApi(place.server.url, place.server.token).call<{ url: string }>(
      'POST',
      `/api/v1/counters/${place.counter}/shares`,
      { share: { report: 'sources_summary', password: 'open the door' } },
    );
    expect([status, body]).toEqual([200, expect.anything()]);
    expect(body.url).toMatch(`${host}${base}/s/`);
    const { context, asked } = await newContext();
    const page = await context.newPage();
    await page.goto(body.url);
    await page.getByLabel('Password').fill('open the door');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
    expect((await context.cookies(`${host}${base}/api/v1/shared`)).map(({ path }) => path)).toEqual([
      `${base}/api/v1/shared`,
    ]);
    expect(outside(asked, base)).toEqual([]);
    await context.close();
  });
});

it('[A75] two servers below one host do not know each other: their people, cookies and storage are apart', async () => {
  const { context } = await newContext();
  const page = await context.newPage();
  await signIn(page, placeOf(KEPT));
  await page.goto(`${host}${TAKEN}/counters`);
  await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
  await signIn(page, placeOf(TAKEN));
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
  await page.goto(`${host}${KEPT}/counters`);
  await page.getByRole('heading', { name: 'Sites' }).waitFor();
  await context.close();
});

it('[W78] a page that was opened past the proxy works below the path all the same', async () => {
  const { base, server } = placeOf(TAKEN);
  const { context } = await newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(server.owner.email);
  await page.getByLabel('Password', { exact: true }).fill(server.owner.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Sites' }).waitFor();
  expect(pathOf(page)).toBe(`${base}/counters`);
  // The path without its slash.
  await page.goto(server.url + base);
  await page.getByRole('heading', { name: 'Sites' }).waitFor();
  expect(pathOf(page)).toBe(`${base}/counters`);
  await context.close();
});
