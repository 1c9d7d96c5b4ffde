/** The product's main job from end to end: a visitor's browser, an operator, and the Conversions report. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWidget } from '@goalpost/widget/build';
import { attend, newKey, untilOffline, type Operator } from '../../packages/server/test/chat-client.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, ORDINARY_AGENT } from '../browser.ts';
import { type Api, conversions, createApi } from '../path/api.ts';
import { dialog, log, message, openChat, PHONE, send, write } from './stage.ts';

let server: TestServer;
let api: Api;
let browser: Browser;
let site: Server;
let siteUrl: string;
/** By counter: what its owner pastes into the page. */
const codes = new Map<string, string>();
beforeAll(async () => {
  await buildWidget();
  server = await startServer();
  api = createApi(server.url, server.token);
  browser = await launchBrowser();
  site = createServer((request, response) => {
    const code = codes.get(new URL(request.url ?? '/', 'http://site').searchParams.get('counter') ?? '');
    if (code === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Shop</title>${code}<body><h1>Shop</h1>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => site.close(resolve));
  await server.close();
});

interface Scene {
  readonly counter: number;
  readonly page: Page;
  readonly phone: boolean;
  readonly operator: Operator | null;
}

async function counterWithChat(): Promise<number> {
  const counter = await api.createCounter();
  const saved = await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
    settings: { enabled: true },
  });
  expect(saved.status).toBe(200);
  const { body } = await api.call<{ counter: { code: string } }>(
    'GET',
    `/management/v1/counter/${counter}?field=code`,
  );
  codes.set(String(counter), body.counter.code);
  return counter;
}

interface Way {
  readonly goal: string;
  readonly online: boolean;
  prepare?(counter: number): Promise<void>;
  play(scene: Scene): Promise<void>;
}

const WAYS: Readonly<Record<string, Way>> = {
  '[S5, C23] the visitor writes first': {
    goal: 'Jivo auto-goal: customer opened chat',
    online: true,
    async play({ page, operator }) {
      await openChat(page).click();
      await write(page, 'Are these in stock?');
      const asked = await operator?.next('message');
      expect(asked?.message).toMatchObject({ kind: 'visitor', text: 'Are these in stock?' });
      operator?.send({
        type: 'message',
        conversationId: asked?.message.conversationId ?? '',
        key: newKey(),
        text: 'They are.',
        fileId: null,
      });
      await log(page).getByText('They are.').waitFor();
      await write(page, 'Thanks');
      await log(page).getByText('Waiting to be sent').waitFor({ state: 'detached' });
      await page
        .locator('goalpost-chat input[type=file]')
        .setInputFiles({ name: 'size 42.txt', mimeType: 'text/plain', buffer: Buffer.from('Size 42') });
      const link = log(page).getByRole('link', { name: 'size 42.txt' });
      await link.waitFor();
      const file = await fetch((await link.getAttribute('href')) ?? '');
      expect(await file.text()).toBe('Size 42');
    },
  },
  '[S6, C22, C25] the visitor answers an invitation': {
    goal: 'Jivo auto-goal: auto-invite to chat',
    online: true,
    async prepare(counter) {
      const made = await api.call('POST', `/api/v1/counters/${counter}/chat/rules`, {
        rule: {
          name: 'Soon',
          conditions: [{ on: 'time_on_page', seconds: 1 }],
          texts: ['Can I help you?'],
          controlPercent: 0,
        },
      });
      expect(made.status, JSON.stringify(made.body)).toBeLessThan(300);
    },
    async play({ page, phone }) {
      await log(page).getByText('Can I help you?').waitFor();
      expect(await dialog(page).count()).toBe(1);
      // On a phone the tap alone counts [C25].
      if (phone) await openChat(page).click();
      await message(page).fill('Yes please');
      await send(page).click();
      await log(page).getByText('Sent', { exact: true }).waitFor();
      await log(page).getByText('Can I help you?').waitFor();
    },
  },
  '[S7, C21] an operator writes first, and the visitor answers': {
    goal: 'Jivo auto-goal: manual invitation to chat',
    online: true,
    async play({ counter, page, phone, operator }) {
      const here = await operator?.next(
        'people',
        (news) => news.counterId === counter && news.changed.length > 0,
      );
      const visitor = here?.changed[0]?.visitor ?? '';
      operator?.send({ type: 'invite', counterId: counter, visitor, key: newKey(), text: 'Hello there' });
      await log(page).getByText('Hello there').waitFor();
      if (phone) await openChat(page).click();
      await write(page, 'I am here');
      await log(page).getByText('Sent', { exact: true }).waitFor();
    },
  },
  '[S8, C24] the visitor leaves a message while nobody is there': {
    goal: 'Jivo auto-goal: offline message',
    online: false,
    async play({ page }) {
      await openChat(page).click();
      await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Ann');
      await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
      await message(page).fill('Please call');
      await send(page).click();
      await log(page).getByText('Sent', { exact: true }).waitFor();
    },
  },
};

async function visitor(phone: boolean, hasTag: boolean): Promise<BrowserContext> {
  const context = await browser.newContext(phone ? PHONE : { userAgent: ORDINARY_AGENT });
  if (!hasTag) await context.route(/tag\.js|\/watch\//, (route) => route.abort());
  return context;
}

describe.each([
  ['desktop', false],
  ['phone', true],
])('on a %s', (_device, phone) => {
  describe.each([
    ['with the tag', true],
    ['with the tag blocked', false],
  ])('%s', (_tag, hasTag) => {
    it.each(Object.entries(WAYS))('%s', async (_name, { goal, online, prepare, play }) => {
      const counter = await counterWithChat();
      await prepare?.(counter);
      const operator = online ? (await attend(server.url, server.token)).console : null;
      if (!online) await untilOffline(server.url, counter);
      const context = await visitor(phone, hasTag);
      const errors: string[] = [];
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(15_000);
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.goto(
          `${siteUrl}/?counter=${counter}&utm_source=newsletter&utm_medium=email&utm_campaign=may`,
        );
        await openChat(page).waitFor();
        await play({ counter, page, phone, operator });
      } finally {
        await context.close();
        await operator?.close();
      }
      await server.flushed();

      const rows = await conversions(api, counter);
      expect(
        Object.fromEntries(
          Object.entries(rows).map(([name, [visits, users, , reaches]]) => [name, [visits, users, reaches]]),
        ),
      ).toEqual({ [goal]: [1, 1, 1] });
      const [made] = await api.goals(counter);
      const { data } = await api.stat(counter, {
        dimensions: 'ym:s:lastTrafficSource,ym:s:lastUTMSource,ym:s:lastUTMCampaign',
        metrics: `ym:s:visits,ym:s:goal${made?.id}reaches`,
      });
      expect(
        data.map(({ dimensions, metrics }) => [...dimensions.map(({ id, name }) => id ?? name), ...metrics]),
      ).toEqual([['email', 'newsletter', 'may', 1, 1]]);
      expect(errors).toEqual([]);
    });
  });
});
