/** Integration code as sites really have it, written years ago for another chat, works unchanged. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialog, log, message, openChat, setStage, write } from './stage.ts';

const stage = setStage();

const heard = (page: Page): Promise<string[]> => page.evaluate('heard');
const until = (page: Page, condition: string) => page.waitForFunction(condition);

describe('jivo_onLoadCallback', () => {
  it('as a declaration before our script', async () => {
    const page = await stage.open({
      head: '<script>var heard = []; function jivo_onLoadCallback() { heard.push(jivo_api.chatMode()) }</script>',
    });
    await until(page, 'heard.length === 1');
    expect(await heard(page)).toEqual(['online']);
  });

  it('as a declaration after it, at the end of the body', async () => {
    const page = await stage.open({
      body: '<script>var heard = []; function jivo_onLoadCallback() { heard.push(jivo_api.chatMode()) }</script>',
    });
    await until(page, 'heard.length === 1');
  });

  it('set when the page has loaded, by a script that comes late', async () => {
    const page = await stage.open({
      head: `<script>window.heard = []; addEventListener('load', () => setTimeout(() => {
        window.jivo_onLoadCallback = () => heard.push(jivo_api.getUnreadMessagesCount()) }, 1500))</script>`,
    });
    await until(page, 'heard.length === 1');
    expect(await heard(page)).toEqual([0]);
  });

  it('wrapped by a second script, which calls the first', async () => {
    const page = await stage.open({
      head: `<script>window.heard = []; window.jivo_onLoadCallback = () => heard.push('first')</script>
        <script>(function (before) { window.jivo_onLoadCallback = function () { before && before.apply(this, arguments); heard.push('second') } })(window.jivo_onLoadCallback)</script>`,
    });
    await until(page, 'heard.length === 2');
    expect(await heard(page)).toEqual(['first', 'second']);
  });
});

it('two scripts that chain jivo_onClientStartChat and send goals of their own are both called, once', async () => {
  stage.server.nextEvent = 'Jivo_Client_initiate_chat';
  const page = await stage.open({
    head: `<script>window.heard = []; function jivo_onClientStartChat() { heard.push('analytics') }</script>`,
    body: `<script>var previous = window.jivo_onClientStartChat;
      window.jivo_onClientStartChat = function () { if (typeof previous === 'function') previous(); heard.push('ads') };</script>`,
  });
  await openChat(page).click();
  await write(page, 'Hi');
  await until(page, 'heard.length === 2');
  stage.server.nextEvent = null;
  await write(page, 'Again');
  await log(page).getByText('Waiting to be sent').waitFor({ state: 'detached' });
  expect(await heard(page)).toEqual(['analytics', 'ads']);
});

it('a label of the site’s own follows chatMode(), opens the chat, and counts what is unread', async () => {
  stage.server.online = false;
  const page = await stage.open({
    body: `<div id="label" style="display:none"><a href="#" onclick="jivo_api.open(); return false">Write to us</a> <b id="count"></b></div>
      <script>
      function jivo_onLoadCallback() {
        document.getElementById('label').className = jivo_api.chatMode();
        document.getElementById('label').style.display = 'block';
      }
      function jivo_onMessageReceived() { document.getElementById('count').textContent = jivo_api.getUnreadMessagesCount() }
      function jivo_onOpen() { document.getElementById('label').style.display = 'none' }
      function jivo_onClose() { document.getElementById('label').style.display = 'block' }
      function jivo_onChangeState(state) { document.getElementById('label').title = state }
      </script>`,
  });
  await page.locator('#label.offline').waitFor();
  stage.server.tell({ type: 'online', online: true });
  await until(page, "jivo_api.chatMode() === 'online'");
  await page.getByText('Write to us').click();
  await message(page).waitFor();
  await page.locator('#label').waitFor({ state: 'hidden' });
  expect(await page.locator('#label').getAttribute('title')).toBe('chat');
  await write(page, 'Hi');
  await log(page).getByText('Sent', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#label').waitFor();
  expect(await page.locator('#label').getAttribute('title')).toBe('chat/min');
  stage.server.says('Hello');
  await page.locator('#count').getByText('1', { exact: true }).waitFor();
});

it('calls that are guarded by `if (window.jivo_api)` throw nothing, whenever they come', async () => {
  const page = await stage.open({
    head: `<script>window.heard = [];
      function identify() { if (window.jivo_api) { heard.push('told'); jivo_api.setContactInfo({ name: 'Ann', email: 'ann@example.com', phone: '', description: null });
        jivo_api.setCustomData([{ title: 'Basket', content: 3 }, { title: 'Coupon', content: '' }, { key: 'Plan', content: 'Gold', link: 'https://shop.example/plan' }]) } }
      identify(); const again = setInterval(() => { identify(); if (heard.length > 0) clearInterval(again) }, 1);
      addEventListener('load', identify);</script>`,
  });
  expect((await stage.server.wait('contact'))[0]?.contact).toEqual({ name: 'Ann', email: 'ann@example.com' });
  expect((await stage.server.wait('custom'))[0]?.fields).toEqual([
    { title: 'Basket', content: '3' },
    { key: 'Plan', content: 'Gold', link: 'https://shop.example/plan' },
  ]);
  await until(page, 'jivo_api.getContactInfo().email === "ann@example.com"');
});

it('a page that goes on without loading removes the chat and brings it back', async () => {
  const page = await stage.open({
    head: `<script>window.heard = [];
      for (const name of ['LoadCallback', 'WidgetDestroy']) window['jivo_on' + name] = () => heard.push(name);
      function route(path) { history.pushState(null, '', path);
        if (path === '/checkout') { if (window.jivo_destroy) jivo_destroy() } else { if (window.jivo_init) jivo_init(); jivo_api.sendPageTitle('Page ' + path, true, location.href) } }
      const wait = setInterval(() => { if (!window.goalpost) return; clearInterval(wait); goalpost.chat.on('open', () => heard.push('opened')) }, 1)</script>`,
  });
  await until(page, "heard.includes('LoadCallback')");
  await page.evaluate("route('/checkout')");
  expect(await page.locator('goalpost-chat').count()).toBe(0);
  expect(await page.evaluate('jivo_api.open().result')).toBe('fail');
  expect(await page.evaluate('jivo_api.chatMode()')).toBe('online');
  await page.evaluate("goalpost.chat.on('close', () => heard.push('closed'))");
  await page.evaluate("route('/thanks')");
  await openChat(page).click();
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await until(page, "heard.includes('closed')");
  expect(await heard(page)).toEqual(['LoadCallback', 'WidgetDestroy', 'LoadCallback', 'opened', 'closed']);
  const pages = await stage.server.wait('page');
  expect(pages.at(-1)?.page.title).toBe('Page /thanks');
  expect(await page.locator('goalpost-chat').count()).toBe(1);
});

it('what a method answers has the shape that was documented', async () => {
  const page = await stage.open({ path: '/shape' });
  await until(page, 'jivo_api.getContactInfo().client_name === null');
  const answers = await page.evaluate(`Promise.all([
    jivo_api.open({ start: 'menu' }), jivo_api.open({ start: 'chat' }), jivo_api.open(), jivo_api.close(),
    jivo_api.setWidgetColor('#fff', '#000000'), jivo_api.setRules([]),
    new Promise((done) => jivo_api.isCallbackEnabled(done)).then(({ result, reason }) => [result, typeof reason]),
    new Promise((done) => jivo_api.getVisitorNumber((error, number) => done([error, number]))),
    jivo_api.startCall('+14084987855'), jivo_api.sendOfflineMessage({ name: 'Ann', message: 'Hi' }),
  ])`);
  expect(answers).toEqual([
    ...Array.from({ length: 6 }, () => ({ result: 'ok' })),
    ['fail', 'string'],
    [null, 12],
    { result: 'fail', reason: expect.any(String), error: expect.any(String) },
    { result: 'fail', reason: expect.any(String), error: expect.any(String) },
  ]);
});

it('the campaign of the first visit is told for ever', async () => {
  const page = await stage.open({ path: '/first' });
  await page.goto(
    `${stage.server.url}/first?utm_source=mail&utm_medium=letter&utm_campaign=may&utm_term=boots`,
  );
  await page.evaluate('localStorage.clear()');
  await page.reload();
  await until(page, 'jivo_api.getUtm().source === "mail"');
  await page.goto(`${stage.server.url}/first?utm_source=ads`);
  await until(page, 'jivo_api.getContactInfo().client_name === null');
  expect(await page.evaluate('jivo_api.getUtm()')).toEqual({
    source: 'mail',
    medium: 'letter',
    campaign: 'may',
    content: null,
    term: 'boots',
  });
});
