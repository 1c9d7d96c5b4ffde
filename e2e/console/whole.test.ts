import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORDINARY_AGENT } from '../browser.ts';
import { answer, createConsoleStage, log, PHONE, ready, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
let site: Server;
beforeAll(async () => {
  stage = await createConsoleStage();
  site = createServer((request, response) => {
    const counter = new URL(request.url ?? '/', 'http://x').searchParams.get('counter') ?? '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Red sneakers</title><h1>Red sneakers</h1>
      <script async src="${stage.server.url}/chat/widget.js?id=${counter}"></script>`,
    );
  });
  await new Promise<void>((resolve) => void site.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  site.closeAllConnections();
  await new Promise((resolve) => void site.close(resolve));
});

/** A visitor's browser on the shop's page, without the tag. */
async function shop(counter: number, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await stage.browser.newContext({ userAgent: ORDINARY_AGENT, locale: 'en-US', ...options });
  const page = await context.newPage();
  const { port } = site.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/sneakers?counter=${counter}`);
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('dialog', { name: 'Chat' }).getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('dialog', { name: 'Chat' }).getByRole('button', { name: 'Send' }).click();
  await page.getByRole('log', { name: 'Messages' }).getByText(text).waitFor();
}

/** Reaches of each of the chat's goals, as the API counts them. */
async function goals(counter: number): Promise<Record<string, number>> {
  await stage.server.flushed();
  const found = await stage.api.goals(counter);
  const counted = await Promise.all(
    found.map(async (goal) => {
      const { totals } = await stage.api.stat(counter, { metrics: `ym:s:goal${goal.id}reaches` });
      return [goal.conditions[0]?.url ?? '', totals[0] ?? 0] as const;
    }),
  );
  return Object.fromEntries(counted);
}

// First of all: any console of the owner makes all their counters online [C41].
it('[C24] a message left while nobody is online waits in the inbox', async () => {
  const counter = await stage.counter();
  const visitor = await shop(counter);
  await visitor.getByRole('button', { name: 'Open chat' }).click();
  const form = visitor.getByRole('dialog', { name: 'Chat' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Anna');
  await form.getByRole('textbox', { name: 'E-mail' }).fill('anna@example.com');
  await form.getByRole('textbox', { name: 'Message' }).fill('Call me tomorrow');
  await form.getByRole('button', { name: 'Send' }).click();
  const console = await stage.open(`/counter/${counter}/chat/inbox`);
  await rowOf(console, 'Anna').click();
  await log(console).getByText('Call me tomorrow').waitFor();
  expect(await console.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('anna@example.com');
  expect(await goals(counter)).toEqual({ Jivo_Offline_message_sent: 1 });
});

it.each([
  { device: 'desktop', options: {} },
  { device: 'phone', options: PHONE },
])('[C23] a visitor writes and is answered ($device)', async ({ options }) => {
  const counter = await stage.counter();
  const console = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(console);
  const visitor = await shop(counter, options);
  await visitor.getByRole('button', { name: 'Open chat' }).click();
  await write(visitor, 'Do you have size 42?');
  await rowOf(console, 'Do you have size 42?').click();
  await answer(console, 'Two pairs are left');
  await visitor.getByRole('log', { name: 'Messages' }).getByText('Two pairs are left').waitFor();
  await console.getByRole('complementary', { name: 'Visitor' }).getByText('Red sneakers').waitFor();
  expect(await goals(counter)).toEqual({ Jivo_Client_initiate_chat: 1 });
});

it.each([
  { device: 'desktop', options: {} },
  { device: 'phone', options: PHONE },
])('[C21] an operator invites by hand from Users ($device)', async ({ options }) => {
  const counter = await stage.counter();
  const console = await stage.open(`/counter/${counter}/chat/users`);
  await ready(console);
  const visitor = await shop(counter, options);
  await console
    .getByRole('row', { name: /Red sneakers/ })
    .getByRole('button', { name: 'Invite' })
    .click();
  await console.getByRole('textbox', { name: 'Message' }).fill('Can I help?');
  await console.getByRole('button', { name: 'Send' }).click();
  const opener = visitor.getByRole('button', { name: 'Open chat' });
  const told = visitor.getByRole('log', { name: 'Messages' }).getByText('Can I help?');
  await opener.or(told).first().waitFor();
  if (!(await told.isVisible())) await opener.click();
  await told.waitFor();
  await write(visitor, 'Yes please');
  await console.getByRole('tab', { name: 'Inbox' }).click();
  await rowOf(console, 'Yes please').click();
  await log(console).getByText('Can I help?').waitFor();
  expect(await goals(counter)).toMatchObject({ Jivo_Client_answer_on_agent_request: 1 });
  expect(await goals(counter)).not.toHaveProperty('Jivo_Client_initiate_chat');
});

it('[C22] an invitation of a rule made in the console is accepted', async () => {
  const counter = await stage.counter();
  const console = await stage.open(`/counter/${counter}/chat/invitations`);
  await ready(console);
  await console.getByRole('button', { name: 'New invitation' }).click();
  await console.getByRole('textbox', { name: 'Name', exact: true }).fill('Soon');
  await console
    .getByRole('group', { name: 'Time on the page' })
    .getByRole('textbox', { name: 'At least' })
    .fill('1');
  await console.getByRole('combobox', { name: 'Action' }).selectOption('message');
  await console.getByRole('textbox', { name: 'Message' }).fill('Do you need help?');
  await console.getByRole('textbox', { name: 'Who gets none, for comparison' }).fill('0');
  await console.getByRole('button', { name: 'Save' }).click();
  await console.getByRole('switch', { name: 'On: Soon' }).waitFor();
  const visitor = await shop(counter);
  await visitor.getByRole('log', { name: 'Messages' }).getByText('Do you need help?').waitFor();
  await write(visitor, 'I do');
  await console.getByRole('tab', { name: 'Inbox' }).click();
  await rowOf(console, 'I do').click();
  await log(console).getByText('Do you need help?').waitFor();
  expect(await goals(counter)).toEqual({ Jivo_Proactive_invitation_accepted: 1 });
});
