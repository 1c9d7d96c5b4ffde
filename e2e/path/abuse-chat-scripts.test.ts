/**
 * Scripts wherever someone may write: visitors, pages, operators, owners. They are shown as the text that they
 * are, in the console and in the widget, in a real browser, and come out of the API as data.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, visit, type Operator } from '../../packages/server/test/chat-client.ts';
import { launchBrowser, ORDINARY_AGENT } from '../browser.ts';
import { attend, type ChatStage, openChatStage, settled, write } from './abuse-chat-tools.ts';

/** Each place has its own, so that it can be looked for: `what` says which. */
const evil = (what: string): string => `<img src=x onerror="window.hurt='${what}'">"'><svg onload=alert(1)>`;
const LINK = 'javascript:window.hurt=1';

let stage: ChatStage;
let url: string;
let counter: number;
let browser: Browser;
let site: Server;
let operator: Operator;
/** Dialogs that opened, and whatever else ran. */
const ran: string[] = [];

beforeAll(async () => {
  [stage, browser] = await Promise.all([openChatStage(), launchBrowser()]);
  ({ url, counter } = stage);
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Shop</title><h1>Shop</h1>
      <script async src="${url}/chat/widget.js?id=${counter}"></script>`,
    );
  });
  await new Promise<void>((resolve) => void site.listen(0, '127.0.0.1', resolve));
  const me = await stage.api.call<{ id: string }>('GET', '/api/v1/me');
  const saved = await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
    settings: {
      enabled: true,
      texts: { en: { title: evil('title'), greeting: evil('greeting'), offlineText: evil('offline') } },
      departments: [{ id: 'sales', name: evil('department'), hours: null, members: [] }],
      operators: [{ id: me.body.id, name: evil('operator'), title: evil('job'), picture: LINK }],
    },
  });
  expect(saved.status).toBe(200);
  const canned = await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/canned`, {
    canned: [{ shortcut: '<svg/onload=alert(1)>'.replaceAll('/', '_'), text: evil('canned') }],
  });
  expect(canned.status).toBe(200);
  const rule = await stage.api.call('POST', `/api/v1/counters/${counter}/chat/rules`, {
    rule: {
      name: evil('rule'),
      conditions: [{ on: 'time_on_page', seconds: 86_400 }],
      texts: [evil('rule text')],
      author: evil('author'),
      controlPercent: 0,
    },
  });
  expect(rule.status).toBe(200);
  ({ console: operator } = await attend(url, stage.server.token));
});
afterAll(async () => {
  await browser.close();
  site.closeAllConnections();
  await new Promise((resolve) => void site.close(resolve));
  await stage[Symbol.asyncDispose]();
});

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    ran.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return page;
}

/** Text is there, to the letter, and nothing of it is anything but text. */
async function expectText(page: Page, ...whats: string[]): Promise<void> {
  for (const what of whats) await page.getByText(evil(what)).first().waitFor({ state: 'attached' });
  await expectNothingRan(page);
}

async function expectNothingRan(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const one of root.querySelectorAll('*')) if (one.shadowRoot) roots.push(one.shadowRoot);
    }
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
    return [
      ...('hurt' in window ? [`a script: ${String(window.hurt)}`] : []),
      ...all.flatMap((one) => {
        const handlers = one.getAttributeNames().filter((name) => name.startsWith('on'));
        const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data']
          .map((name) => one.getAttribute(name) ?? '')
          .filter((address) => /^\s*(?:javascript|vbscript|data:text)/i.test(address));
        return [...handlers, ...addresses].map((what) => `${one.tagName} with ${what}`);
      }),
    ];
  });
  expect([...found, ...ran]).toEqual([]);
}

/** A visitor who is hostile in everything that a visitor may say. */
async function hostileVisitor() {
  const { tab, visitor, secret } = await visit(url, counter, {
    url: `${LINK}//${evil('url')}`,
    referrer: `${LINK}//${evil('referrer')}`,
  });
  tab.send({
    type: 'contact',
    contact: {
      name: evil('name'),
      email: evil('email'),
      phone: '<b onclick=alert(1)>',
      description: evil('description'),
    },
  });
  tab.send({
    type: 'custom',
    fields: [
      { title: evil('custom title'), content: evil('custom content'), link: LINK },
      { key: evil('custom key'), content: 'second', link: ` \u0001java\nscript:alert(1)` },
      { content: 'third', link: 'data:text/html,<script>alert(1)</script>' },
      { content: 'fourth', link: '//evil.example/"onclick="alert(1)' },
    ],
  });
  tab.send({ type: 'attributes', attributes: { '<b>': evil('attribute') } });
  tab.send({ type: 'invitation', event: 'shown', ruleId: null, text: evil('invitation') });
  const { conversationId } = await write(
    tab,
    `${evil('message')} ${LINK} https://evil.example/"onclick="alert(1)`,
  );
  const upload = await fetch(`${url}/chat/v1/files/${counter}`, {
    method: 'POST',
    headers: {
      'x-goalpost-chat-secret': secret,
      'x-goalpost-file-name': encodeURIComponent(`${evil('file').replaceAll('/', '')}.txt`),
    },
    body: '<script>alert(1)</script>',
  });
  const { file } = (await upload.json()) as { file: { id: string; name: string } };
  const key = newKey();
  tab.send({ type: 'message', key, text: '', fileId: file.id });
  await tab.next('stored', (event) => event.key === key);
  tab.send({ type: 'rate', rating: 1, comment: evil('comment') });
  tab.send({
    type: 'page',
    page: { url: `https://shop.example/?${evil('address')}`, title: evil('page'), referrer: '' },
  });
  await settled(tab);
  return { tab, visitor, secret, conversationId, file };
}

/** An operator who writes what a hostile one would. */
async function hostileOperator(conversationId: string): Promise<void> {
  const say = async (type: 'message' | 'note', text: string) => {
    const key = newKey();
    operator.send({
      type,
      conversationId,
      key,
      text,
      ...(type === 'message' ? { fileId: null } : {}),
    } as never);
    await operator.next('stored', (event) => event.key === key);
  };
  await say('message', `${evil('answer')} ${LINK}`);
  await say('note', evil('note'));
  operator.send({ type: 'tags', conversationId, tags: [evil('tag')] });
  operator.send({ type: 'assign', conversationId, to: null, department: 'sales' });
  await settled(operator);
}

it('the console shows them as text', async () => {
  const { tab, conversationId, file } = await hostileVisitor();
  await hostileOperator(conversationId);
  const context = await browser.newContext({ userAgent: ORDINARY_AGENT, locale: 'en-US' });
  await context.addCookies(
    (await stage.cookie()).split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url };
    }),
  );
  const page = await open(context, `${url}/counter/${counter}/chat/inbox?conversation=${conversationId}`);
  // Visitor, page, files, operators, colleagues.
  await expectText(page, 'name', 'message', 'invitation', 'answer', 'note', 'operator', 'tag');
  await expectText(page, 'custom title', 'custom content', 'custom key', 'attribute', 'comment', 'page');
  await page.getByText(file.name).first().waitFor();
  // What the system says of a department holds two names that people wrote.
  await page.getByRole('log').getByText('handed the conversation over to the department').waitFor();
  await expectText(page, 'department');
  // A visitor's page says what it showed: no one of the staff, and no rule, did.
  await page.getByText('invitation, as the visitor’s page says').waitFor();
  expect(await page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe(evil('email'));
  const links = await page
    .locator('a[target=_blank]')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).protocol));
  expect(links.filter((protocol) => !['http:', 'https:'].includes(protocol))).toEqual([]);

  tab.send({ type: 'typing', text: evil('typing') });
  await expectText(page, 'typing');
  await page.getByRole('textbox', { name: 'Reply' }).fill('/');
  await expectText(page, 'canned');
  await page.getByRole('textbox', { name: 'Reply' }).fill('');

  await page.getByRole('tab', { name: 'Users' }).click();
  await expectText(page, 'page');
  await page.getByRole('tab', { name: 'Invitations' }).click();
  await expectText(page, 'rule');
  await page.goto(`${url}/counter/${counter}/settings/chat`);
  await page.waitForFunction((text) => {
    const fields = [...document.querySelectorAll('input,textarea')] as HTMLInputElement[];
    return fields.some(({ value }) => value === text);
  }, evil('title'));
  await expectNothingRan(page);
  await context.close();
  await tab.close();
});

it('the widget shows them as text, of owners and operators alike', async () => {
  const context = await browser.newContext({ userAgent: ORDINARY_AGENT, locale: 'en-US' });
  const { port } = site.address() as AddressInfo;
  const page = await open(context, `http://127.0.0.1:${port}/?${encodeURIComponent(evil('query'))}`);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expectText(page, 'title', 'greeting', 'department');
  const message = page.getByRole('textbox', { name: 'Message' });
  await message.fill(evil('typed'));
  await page.getByRole('button', { name: 'Send' }).click();
  await expectText(page, 'typed');
  const { message: told } = await operator.next('message', (event) => event.message.text === evil('typed'));
  await hostileOperator(told.conversationId);
  await expectText(page, 'answer', 'operator');
  // Notes are not theirs to see.
  expect(await page.getByText(evil('note')).count()).toBe(0);
  await context.close();
});

describe('the API gives them out as data', () => {
  it('which no browser takes for a page', async () => {
    const { tab, visitor, conversationId } = await hostileVisitor();
    const base = `${url}/api/v1/counters/${counter}/chat`;
    const addresses = [
      `${base}/conversations`,
      `${base}/conversations/${conversationId}`,
      `${base}/people/${visitor}/story`,
      `${base}/settings`,
      `${base}/canned`,
      `${base}/rules`,
      `${base}/team`,
      `${base}/webhooks`,
      `${base}/deliveries`,
      `${base}/${evil('path').replaceAll('/', '')}`,
      `${base}/conversations?assigned=${encodeURIComponent(evil('query'))}`,
      `${url}/chat/v1/settings/${counter}?language=en`,
      `${url}/chat/v1/settings/${encodeURIComponent('<script>alert(1)</script>')}`,
      `${url}/chat/v1/files/${encodeURIComponent('<script>alert(1)</script>')}`,
    ];
    for (const address of addresses) {
      const answer = await fetch(address, { headers: { authorization: `OAuth ${stage.server.token}` } });
      expect([address, answer.headers.get('content-type')]).toEqual([
        address,
        'application/json; charset=utf-8',
      ]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      await answer.json();
    }
    await tab.close();
  });

  it('and spreadsheets as text: no formula comes out of an export', async () => {
    const mine = await stage.newCounter();
    const formula = '=HYPERLINK("https://evil.example";"Click")';
    const source = new URLSearchParams({ utm_source: formula, utm_campaign: '@SUM(1)', utm_medium: '+1' });
    const { tab } = await visit(url, mine, { url: `https://shop.example/?${source}` });
    await write(tab, formula);
    await stage.server.flushed();
    for (const dimension of [
      'ym:s:lastsignUTMSource',
      'ym:s:lastsignUTMCampaign',
      'ym:s:lastsignUTMMedium',
    ]) {
      const query = new URLSearchParams({
        ids: String(mine),
        metrics: 'ym:s:visits',
        dimensions: dimension,
        date1: '2daysAgo',
        date2: 'today',
      });
      const answer = await fetch(`${url}/stat/v1/data.csv?${query}`, {
        headers: { authorization: `OAuth ${stage.server.token}` },
      });
      expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const cells = (await answer.text()).split(/\r\n|,/).filter((cell) => /HYPERLINK|SUM|\+1/.test(cell));
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) expect(cell).toMatch(/^"?'/);
    }
    await tab.close();
  });
});
