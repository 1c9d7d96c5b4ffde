/** A department through the real server: held to its own hours, and to the inbox it belongs to [C46]. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWidget } from '@goalpost/widget/build';
import { attend } from '../../packages/server/test/chat-client.ts';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { launchBrowser, newVisitor } from '../browser.ts';
import { type Api, conversions, createApi } from '../path/api.ts';
import { dialog, log, message, openChat, send, write } from './stage.ts';

let server: TestServer;
let api: Api;
let browser: Browser;
let site: Server;
let siteUrl: string;
beforeAll(async () => {
  const { launcher } = await buildWidget();
  server = await startServer();
  api = createApi(server.url, server.token);
  browser = await launchBrowser();
  site = createServer((request, response) => {
    const id = new URL(request.url ?? '/', 'http://site').searchParams.get('counter') ?? '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>Shop</title><script async src="${server.url}/chat/${launcher.name}?id=${Number(id)}"></script><body>Shop`,
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

it('one that is closed has the form, and its message counts as left while nobody was there; the other has a chat', async () => {
  const counter = await api.createCounter();
  const tomorrow = (new Date().getUTCDay() % 7) + 1;
  const closed = { timeZone: 'UTC', spans: [{ days: [tomorrow], from: '23:58', to: '23:59' }] };
  const departments = [
    { id: 'sales', name: 'Sales' },
    { id: 'repairs', name: 'Repairs', hours: closed },
  ];
  const settings = { enabled: true, fields: [], departments };
  const saved = await api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, { settings });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const { console: operator } = await attend(server.url, server.token);
  const page = await (await newVisitor(browser)).newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${siteUrl}/?counter=${counter}`);
    await openChat(page).click();
    const choice = page.getByRole('radiogroup', { name: 'Who should answer?' });
    await choice.getByText('Repairs').click();
    await dialog(page).getByText('Repairs is offline now.').waitFor();
    await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
    await message(page).fill('It is torn');
    await send(page).click();
    await log(page).getByText('Sent', { exact: true }).waitFor();
    const { conversation } = await operator.next(
      'conversation',
      (told) => told.conversation.lastText === 'It is torn',
    );
    expect(conversation).toMatchObject({ department: 'repairs', offline: true });

    operator.send({ type: 'close', conversationId: conversation.id });
    await page.getByRole('button', { name: '5 of 5' }).click();
    await choice.getByText('Sales').click();
    await write(page, 'Do you sell laces?');
    const next = await operator.next(
      'conversation',
      (told) => told.conversation.lastText === 'Do you sell laces?',
    );
    expect(next.conversation).toMatchObject({ department: 'sales', offline: false });
  } finally {
    await page.context().close();
    await operator.close();
  }
  await server.flushed();
  const reached = Object.entries(await conversions(api, counter)).map(([name, [, , , reaches]]) => [
    name,
    reaches,
  ]);
  expect(reached.toSorted()).toEqual([
    ['Jivo auto-goal: customer opened chat', 1],
    ['Jivo auto-goal: offline message', 1],
  ]);
});
