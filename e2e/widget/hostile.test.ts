/** The widget on pages that mean no good: wild styles, strict policies, bent natives, hostile texts. */
import { describe, expect, it } from 'vitest';
import { dialog, log, message, openChat, send, setStage, write } from './stage.ts';

const stage = setStage();

const box = (selector: string): string => `(() => {
  const { x, y, width, height } = document.querySelector('goalpost-chat').shadowRoot.querySelector('${selector}').getBoundingClientRect();
  return [x, y, width, height] })()`;

describe('the page’s own styles', () => {
  it('do not reach it, however wild', async () => {
    const page = await stage.open({
      context: { reducedMotion: 'reduce' },
      head: `<style>* { display: none !important; visibility: hidden !important; opacity: 0 !important;
          transform: rotate(90deg) !important; all: unset !important; font-size: 60px !important; position: static !important }
        html, body { display: block !important; visibility: visible !important; opacity: 1 !important; transform: none !important; font-size: 6px !important }
        button, textarea, div { background: red !important; width: 1px !important; height: 1px !important }
        goalpost-chat { display: none !important; left: 500px !important; --brand: red !important; pointer-events: none !important }</style>`,
    });
    expect(await page.evaluate(box('.launch'))).toEqual([1280 - 76, 720 - 76, 56, 56]);
    await openChat(page).click();
    await write(page, 'Still here');
    const [x, y, width, height] = (await page.evaluate(box('.win'))) as number[];
    expect([width, height, x, y]).toEqual([376, 600, 1280 - 20 - 376, 720 - 92 - 600]);
    const look = `(() => { const style = getComputedStyle(document.querySelector('goalpost-chat').shadowRoot.querySelector('.msg p'));
      return [style.fontSize, style.visibility, style.opacity] })()`;
    expect(await page.evaluate(look)).toEqual(['14px', 'visible', '1']);
  });

  it('turn nothing around where they are written from right to left', async () => {
    const page = await stage.open({
      context: { reducedMotion: 'reduce' },
      head: '<style>html { direction: rtl; font-size: 4px } * { letter-spacing: 9px; text-transform: uppercase; text-align: center }</style>',
    });
    expect(await page.evaluate(box('.launch'))).toEqual([1280 - 76, 720 - 76, 56, 56]);
    await openChat(page).click();
    await write(page, 'Left to right');
    const look = `(() => { const style = getComputedStyle(document.querySelector('goalpost-chat').shadowRoot.querySelector('.msg p'));
      return [style.direction, style.letterSpacing, style.textTransform, style.textAlign, style.fontSize] })()`;
    expect(await page.evaluate(look)).toEqual(['ltr', 'normal', 'none', 'start', '14px']);
    expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe('rtl');
  });

  it('are not changed by it, and nothing on the page moves', async () => {
    // A question in the log moves on as messages come.
    stage.server.settings = { ...stage.server.settings, fields: [] };
    const page = await stage.open({
      // In how many frames the chat's own parts come up is a matter of the machine.
      head: `<script>window.shifts = 0; new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries())
            if (sources.some(({ node }) => node && document.body.contains(node) && !node.closest?.('goalpost-chat'))) shifts += value })
        .observe({ type: 'layout-shift', buffered: true })</script><style>body > * + * { margin-top: 50px }</style>`,
      body: '<p class="win msg form">Text</p>',
    });
    const before = await page.evaluate('document.querySelector("p").getBoundingClientRect().toJSON()');
    await openChat(page).click();
    await dialog(page).waitFor();
    expect(await page.evaluate('document.querySelector("p").getBoundingClientRect().toJSON()')).toEqual(
      before,
    );
    expect(await page.evaluate('getComputedStyle(document.querySelector("p")).position')).toBe('static');
    await write(page, 'Hi');
    stage.server.says('Hello');
    await log(page).getByText('Hello', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    stage.server.says('Still there?');
    await page.locator('goalpost-chat .card').waitFor();
    // Shifts are told of with the next frame.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await page.evaluate('shifts')).toBe(0);
  });
});

it('works under a strict policy', async () => {
  const from = stage.server.url;
  const page = await stage.open({
    headers: {
      'content-security-policy': `default-src 'none'; script-src ${from}; connect-src ${from} ${from.replace('http', 'ws')}; img-src data:; require-trusted-types-for 'script'`,
    },
  });
  await openChat(page).click();
  await write(page, 'Under a policy');
  await log(page).getByText('Sent', { exact: true }).waitFor();
});

it('works where the page has bent what it uses', async () => {
  const page = await stage.open({
    head: `<script>Array.prototype.toJSON = function () { return 'bent' };
      Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });
      Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no') } });
      window.onerror = null; Array.prototype.mine = 1; Object.prototype.theirs = 1;</script>`,
  });
  await openChat(page).click();
  await write(page, 'Still works');
  await log(page).getByText('Sent', { exact: true }).waitFor();
});

it('leaves the page’s names alone', async () => {
  const page = await stage.open({
    head: `<script>window.onmessage = 'mine'; window.before = new Set(Object.getOwnPropertyNames(window))</script>`,
  });
  await openChat(page).click();
  await write(page, 'Hi');
  await log(page).getByText('Sent', { exact: true }).waitFor();
  const added = await page.evaluate(
    `Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== 'before')`,
  );
  expect((added as string[]).toSorted()).toEqual([
    'goalpost',
    'jivo_api',
    'jivo_config',
    'jivo_destroy',
    'jivo_init',
  ]);
});

it('shows every text as text', async () => {
  const evil = `<img src=x onerror="window.hit=1"><script>window.hit=1</script> javascript:alert(1) "quoted" &amp; \u202e`;
  stage.server.settings = { ...stage.server.settings, title: evil, greeting: evil };
  const page = await stage.open();
  await openChat(page).click();
  await dialog(page).waitFor();
  await message(page).fill(evil);
  await send(page).click();
  stage.server.tell({ type: 'accepted', operator: evil });
  stage.server.tell({ type: 'typing', author: evil });
  stage.server.says(evil);
  await log(page).getByText('<img src=x').nth(1).waitFor();
  const inside = `document.querySelector('goalpost-chat').shadowRoot`;
  expect(await page.evaluate(`${inside}.querySelectorAll('img, script, a').length`)).toBe(0);
  expect(await page.evaluate('window.hit')).toBeUndefined();
});
