/** Pages that wrap sockets, grab keys, pull the focus back, open dialogs, or replace all that they hold. */
import { expect, it } from 'vitest';
import { log, message, openChat, setStage, write } from './stage.ts';

const stage = setStage(/settings|ERR_FAILED/);

const SHORTCUTS = `const grab = (event) => {
    const { tagName, isContentEditable } = event.target;
    if (!/INPUT|TEXTAREA/.test(tagName) && !isContentEditable) { grabbed.push(event.key); event.preventDefault(); }
  }; window.grabbed = [];`;

it.each(['document', 'window'])('[C87] letters go into the chat, not to shortcuts on %s', async (where) => {
  const head = `<script>${SHORTCUTS} ${where}.addEventListener('keydown', grab, ${where === 'window'})</script>`;
  const page = await stage.open({ head });
  await openChat(page).click();
  await message(page).pressSequentially('jkl');
  expect(await message(page).inputValue()).toBe('jkl');
  expect(await page.evaluate('grabbed')).toEqual([]);
});

it('a socket wrapped without its constants carries messages', async () => {
  const head = `<script>{ const Native = WebSocket; window.WebSocket = function (url) { return new Native(url) } }</script>`;
  const page = await stage.open({ head });
  await openChat(page).click();
  await write(page, 'Good day');
  await log(page).getByText('Sent', { exact: true }).waitFor();
});

it.each([
  ['Promise.prototype.then is an object', 'Promise.prototype.then = {}'],
  ['Promise.prototype.catch is gone', 'delete Promise.prototype.catch'],
  ['Promise is gone', 'window.Promise = undefined'],
  ['Promise is a class of the page', 'window.Promise = function (run) { this.run = run }'],
])('where %s, the button stands there and nothing is thrown', async (_name, script) => {
  const head = `<script>${script}</script>`;
  const page = await stage.open({ head, connected: false });
  await openChat(page).waitFor();
  await openChat(page).click();
  // Events and timers that are under way have their turn.
  await page.waitForLoadState('networkidle');
});

it('[C87] the chat can be written in beneath a modal that pulls the focus back', async () => {
  const body = `<div id="modal" tabindex="-1">Modal</div><script>
    const modal = document.getElementById('modal');
    document.addEventListener('focusin', (event) => modal.contains(event.target) || modal.focus(), true)</script>`;
  const page = await stage.open({ body });
  await openChat(page).click();
  await message(page).pressSequentially('abc');
  expect(await message(page).inputValue()).toBe('abc');
});

it('[C87] the chat moves into an open dialog, and back', async () => {
  const page = await stage.open({ body: '<dialog id="box">Box</dialog>' });
  await openChat(page).click();
  await message(page).fill('abc');
  await page.evaluate('box.showModal()');
  await page.waitForFunction(`document.querySelector('#box goalpost-chat')`);
  await message(page).click();
  await write(page, 'Good day');
  await page.evaluate('box.close()');
  await page.waitForFunction(
    `document.querySelector('goalpost-chat').parentNode === document.documentElement`,
  );
});

it('[C87] the chat comes back when the page replaces all that it holds', async () => {
  const page = await stage.open();
  await openChat(page).waitFor();
  await page.evaluate(`document.documentElement.innerHTML = '<body><h1>Another</h1></body>'`);
  await openChat(page).click();
  await write(page, 'Good day');
});

it('[C87] the settings are asked for again when the network is back', async () => {
  const page = await stage.newPage();
  await page.route(/chat\/v1\/settings/, (route) => route.abort(), { times: 1 });
  const asked = page.waitForEvent('requestfailed');
  await stage.open({ page, connected: false });
  await asked;
  await page.evaluate(`dispatchEvent(new Event('online'))`);
  await openChat(page).click();
  await write(page, 'Good day');
});
