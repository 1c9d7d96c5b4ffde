/** Pages that wrap sockets, grab keys, pull the focus back, open dialogs, or replace all that they hold. */
import { expect, it } from 'vitest';
import { limitOf, PATIENCE_MS } from '../../packages/server/test/eventually.ts';
import { hasFocus, keepsFocus } from '../browser.ts';
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

/** What pages call their own by, and what old libraries put there. */
const REPLACED = `
  Map Set WeakMap WeakSet Symbol Proxy Reflect Intl URL Event MouseEvent CustomEvent Element Text
  Range CSSStyleSheet MutationObserver ResizeObserver requestIdleCallback visualViewport
  AudioContext Notification Uint8Array Object.assign Object.keys Object.entries Object.values
  Object.fromEntries Array.from Object.hasOwn Object.freeze Array.of String.raw Promise.all
  Promise.resolve Math.max Date.now JSON.parse matchMedia
  Array.prototype.map Array.prototype.filter String.prototype.split
  Element.prototype.attachShadow Element.prototype.append DocumentFragment.prototype.append
  JSON JSON.stringify fetch XMLHttpRequest setTimeout clearTimeout setInterval Math.random Math
  crypto.getRandomValues Crypto.prototype.getRandomValues
`
  .trim()
  .split(/\s+/);
const WITH = {
  'an object': '{}',
  'a function': 'function (el) { this.el = el }',
  'a function that throws': `function () { throw new Error('page') }`,
  nothing: 'undefined',
};
/** Without these nothing can be done: a sentence in the console says so. */
const NEEDED =
  /^(Date\.now|JSON|matchMedia|Math(\.max)?$|Array\.prototype|String\.prototype|(Element|DocumentFragment)\.prototype|XMLHttpRequest|setTimeout|clearTimeout|setInterval)/;

const CASES = REPLACED.flatMap((path) =>
  Object.entries(WITH).map(([what, value]) => ({ path, name: `${path} is ${what}`, value })),
);
/** Frames of one page. */
const AT_ONCE = 12;

it(
  '[C111] opens and sends under replaced built-ins, or says why not, and throws nothing',
  async () => {
    const page = await stage.newPage();
    await page.goto(stage.server.page('/host', '<!doctype html><link rel="icon" href="data:,"><body>'));
    const wrong: string[] = [];
    let opened = 0;
    for (let from = 0; from < CASES.length; from += AT_ONCE) {
      const some = CASES.slice(from, from + AT_ONCE);
      const addresses = some.map(({ path, value }, at) =>
        stage.server.page(
          `/replaced-${at}`,
          `<!doctype html><script>{ const { warn } = console, again = setInterval, enough = clearInterval;
          const say = (what) => parent.postMessage({ at: ${at}, what }, '*');
          console.warn = (...all) => /^Goalpost/.test(all[0]) ? say('says so') : warn(...all);
          onerror = (text) => say('throws ' + text); onunhandledrejection = ({ reason }) => say('rejects ' + reason);
          const look = again(() => { const chat = document.querySelector('goalpost-chat')?.shadowRoot, win = chat?.querySelector('.win');
            if (win && !win.hidden) { enough(look); win.querySelector('textarea').value = 'from ${from + at}'; win.querySelector('.go').click(); say('opens') }
            else if (chat?.querySelector('.launch') && !window.clicked) { window.clicked = 1; chat.querySelector('.launch').click() } }, 30) }
          ${path} = ${value}</script><script async src="{{chat}}"></script><body>`,
        ),
      );
      // In a sandbox, so that none sends what another one has kept; forms are forbidden there.
      const outcomes = await page.evaluate<Record<number, string>>(`new Promise((done) => {
      const outcomes = {};
      window.onmessage = ({ data: { at, what } }) => {
        if (!outcomes[at] || outcomes[at] === 'opens') outcomes[at] = what;
        if (Object.keys(outcomes).length === ${some.length}) setTimeout(() => done(outcomes), 100) };
      setTimeout(() => done(outcomes), ${PATIENCE_MS});
      document.body.innerHTML = ${JSON.stringify(addresses)}.map((src) => '<iframe sandbox="allow-scripts" src="' + src + '"></iframe>').join('') })`);
      const opens = some.map((_, at) => at).filter((at) => outcomes[at] === 'opens');
      const sent = await stage.server.wait('message', (opened += opens.length)).catch(() => []);
      for (const [at, { path, name }] of some.entries()) {
        const isSaid = NEEDED.test(path) && outcomes[at] === 'says so';
        if (!isSaid && outcomes[at] !== 'opens') wrong.push(`${name}: ${outcomes[at] ?? 'nothing'}`);
      }
      if (sent.length === 0) {
        const arrived = stage.server.messages.map(({ text }) => text);
        const lost = opens.filter((at) => !arrived.includes(`from ${from + at}`));
        wrong.push(...lost.map((at) => `${some[at]!.name}: no message`));
        opened -= lost.length;
      }
    }
    expect(wrong).toEqual([]);
  },
  limitOf((2 * CASES.length) / AT_ONCE),
);

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

/** Ways in which a page keeps the focus where it wants it. */
const TRAPS: Record<string, string> = {
  'on focusin, before all others': `addEventListener('focusin', ({ target }) => modal.contains(target) || modal.focus(), true)`,
  'on focus, before all others': `addEventListener('focus', ({ target }) => target === window || modal.contains(target) || modal.focus(), true)`,
  'on focusin of the document': `document.addEventListener('focusin', ({ target }) => modal.contains(target) || modal.focus())`,
  'at once on blur': `modal.onblur = () => modal.focus()`,
  'after its focusout, by a timer': `modal.addEventListener('focusout', () => setTimeout(() => modal.focus(), 20))`,
  'after any focusout, with the next frame': `document.addEventListener('focusout', () => requestAnimationFrame(() => modal.focus()), true)`,
  'again and again': `setInterval(() => document.activeElement === modal || modal.focus(), 20)`,
  'and lets nobody click elsewhere': `document.addEventListener('focusin', ({ target }) => modal.contains(target) || modal.focus(), true);
    for (const type of ['mousedown', 'touchstart', 'click']) document.addEventListener(type, (event) => {
      if (!modal.contains(event.target)) { event.preventDefault(); event.stopImmediatePropagation(); } }, { capture: true, passive: false })`,
};

it.each(Object.entries(TRAPS))('[C87] a page that pulls the focus back: %s', async (_name, script) => {
  const page = await stage.open({
    head: `<script>addEventListener('DOMContentLoaded', () => { ${script}; modal.focus() }); window.pressed = 0</script>`,
    body: '<button id="modal" onclick="pressed++">Modal</button>',
  });
  await openChat(page).click();
  await message(page).click();
  // A visitor types once the cursor stands there.
  await keepsFocus(message(page));
  await page.keyboard.type('abc', { delay: 30 });
  expect(await message(page).inputValue()).toBe('abc');
  // The page stays what it is for anyone who goes back to it.
  await page.mouse.move(300, 300);
  await page.getByRole('button', { name: 'Modal' }).click();
  expect(await page.evaluate('pressed')).toBe(1);
});

it('[C87] a page that pulls the focus back, and is busy until long after', async () => {
  const page = await stage.open({
    head: `<script>document.addEventListener('keydown', ({ key }) => {
      if (key !== 'Shift') return;
      modal.focus();
      window.pulled = true;
      for (const end = performance.now() + 700; performance.now() < end;); }, true)</script>`,
    body: '<button id="modal">Modal</button>',
  });
  await openChat(page).click();
  await message(page).click();
  await page.keyboard.press('Shift');
  await page.waitForFunction(
    `window.pulled && document.querySelector('goalpost-chat').shadowRoot.activeElement?.matches('textarea')`,
  );
});

/** What pages take for a place to write in, each as a condition. */
const FIELDS = [
  'target.isContentEditable',
  "target.contentEditable === 'true'",
  "target.closest('[contenteditable], input, textarea')",
  `target.closest('[contenteditable="true"]')`,
  "target.matches('input, textarea, select')",
  "target.getAttribute('contenteditable')",
  "target.hasAttribute('contenteditable')",
  "target.getAttribute('role') === 'textbox'",
  'target instanceof HTMLTextAreaElement',
  "['INPUT', 'TEXTAREA'].includes(target.tagName)",
  '/^(input|textarea)$/i.test(target.nodeName)',
  "target.localName === 'textarea'",
  '/text/.test(target.type)',
  "document.activeElement.closest('textarea')",
];

it('[C87] whatever a page takes for a text field, it takes the chat for one while it hears of keys', async () => {
  const page = await stage.open({
    head: `<script>window.missed = []; for (const type of ['keydown', 'beforeinput', 'paste']) addEventListener(type, ({ target }) => {
      ${FIELDS.map((field) => `if (!(${field})) missed.push(type + ': ' + ${JSON.stringify(field)})`).join(';\n')} }, true)</script>`,
  });
  await openChat(page).click();
  await message(page).pressSequentially('a');
  expect(await page.evaluate('missed')).toEqual([]);
  const host = `document.querySelector('goalpost-chat')`;
  expect(
    await page.evaluate(`[${host}.tagName, ${host}.matches('textarea'), ${host} instanceof HTMLTextAreaElement,
      ${host} instanceof HTMLElement, ${host}.closest('html').tagName, ${host}.isContentEditable]`),
  ).toEqual(['GOALPOST-CHAT', false, false, true, 'HTML', false]);
});

it('[C87] letters that a page keeps for itself, wherever one writes, are written', async () => {
  const page = await stage.open({
    head: `<script>addEventListener('keydown', (event) => ' hw'.includes(event.key) && event.preventDefault(), true)</script>`,
  });
  await openChat(page).click();
  await message(page).pressSequentially('oh, how');
  expect(await message(page).inputValue()).toBe('oh, how');
});

const IN_SHADOW = `(() => { const at = document.body.appendChild(document.createElement('x-a')).attachShadow({ mode: 'open' })
    .appendChild(document.createElement('x-b')).attachShadow({ mode: 'open' });
  at.innerHTML = '<dialog>Box</dialog>'; at.firstChild.showModal() })()`;

it.each([
  ['the page is inert', `document.documentElement.inert = true`],
  [
    'all that is in the page is inert',
    `for (const one of document.documentElement.children) one.inert = true`,
  ],
  [
    'it is hidden from readers',
    `document.querySelector('goalpost-chat').setAttribute('aria-hidden', 'true')`,
  ],
  ['a dialog within shadow roots is modal', IN_SHADOW],
  [
    'a dialog that stands before another is above it',
    `document.body.insertAdjacentHTML('beforeend', '<dialog id="one"></dialog><dialog id="two"></dialog>'); two.showModal(); one.showModal()`,
  ],
  [
    'a modal holds a form whose field is named as what it is in',
    `document.body.insertAdjacentHTML('beforeend', '<dialog id="one"><form><input name="parentElement"><input name="parentNode" autofocus></form></dialog>'); one.showModal()`,
  ],
])('[C87] the chat can be used while %s', async (_name, script) => {
  const page = await stage.open();
  await page.evaluate(script);
  const usable = `(() => { const host = document.querySelector('goalpost-chat') ?? document.querySelector('x-a').shadowRoot.firstChild.shadowRoot.querySelector('goalpost-chat');
    return !host.inert && !host.ariaHidden && (host.shadowRoot.querySelector('dialog:modal') || !document.querySelector('html[inert]')) })()`;
  await page.waitForFunction(usable);
  // By place: what is inert is nothing to be found by its role.
  await page.mouse.click(1280 - 48, 720 - 48);
  await hasFocus(page.locator('goalpost-chat textarea').first());
  await page.keyboard.type('Good day');
  await page.keyboard.press('Enter');
  await stage.server.wait('message');
});

it('a page that takes the chat away as often as it comes back goes on', async () => {
  const page = await stage.open({
    head: `<script>window.turns = 0; new MutationObserver(() => { const chat = document.querySelector('goalpost-chat');
      if (window.away && chat) { turns++; chat.remove() } }).observe(document, { childList: true, subtree: true })</script>`,
  });
  await page.evaluate(`window.away = true; document.querySelector('goalpost-chat').remove()`);
  await page.waitForFunction('turns > 5');
  expect(await page.evaluate('turns')).toBeLessThan(100);
  await page.evaluate('window.away = false');
  await openChat(page).click();
  await write(page, 'Good day');
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
