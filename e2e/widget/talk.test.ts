/** The conversation as the visitor has it. */
import { describe, expect, it } from 'vitest';
import { hasFocus } from '../browser.ts';
import { closeChat, dialog, log, message, openChat, PHONE, send, setStage, write } from './stage.ts';

// What the browser itself says of an upload that is refused.
const stage = setStage(/status of 400/);

describe('the window', () => {
  it('opens and closes by its button and by Esc, under the names that screen readers say', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await dialog(page).waitFor();
    await log(page).getByText('Hello! How can we help?').waitFor();
    expect(
      await page.evaluate('document.querySelector("goalpost-chat").shadowRoot.activeElement.tagName'),
    ).toBe('TEXTAREA');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(
      await page.evaluate('document.querySelector("goalpost-chat").shadowRoot.activeElement.ariaLabel'),
    ).toBe('Open chat');
    await page.keyboard.press('Enter');
    await closeChat(page).click();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await stage.server.wait('window', 4)).toHaveLength(4);
  });

  it('fetches nothing of itself before somebody needs it', async () => {
    const page = await stage.open();
    await openChat(page).waitFor();
    expect(stage.server.requests.filter((path) => path.includes('/app-'))).toEqual([]);
    await openChat(page).click();
    await dialog(page).waitFor();
    expect(stage.server.requests.filter((path) => path.includes('/app-'))).toHaveLength(1);
  });

  it('speaks Russian where the chat does', async () => {
    stage.server.settings = {
      ...stage.server.settings,
      language: 'ru',
      title: 'Магазин',
      greeting: 'Здравствуйте!',
    };
    const page = await stage.open({ lang: 'ru' });
    await page.getByRole('button', { name: 'Открыть чат' }).click();
    const window = page.getByRole('dialog', { name: 'Чат' });
    await window.getByRole('textbox', { name: 'Сообщение' }).fill('Привет');
    await window.getByRole('button', { name: 'Отправить' }).click();
    await window.getByRole('log', { name: 'Сообщения' }).getByText('Привет').waitFor();
    await page.getByRole('button', { name: 'Закрыть чат' }).click();
    await window.waitFor({ state: 'hidden' });
  });

  it('is nowhere where the chat is off: not even a request beyond the settings', async () => {
    stage.server.settings = { ...stage.server.settings, enabled: false };
    const page = await stage.open({ connected: false });
    // A busy machine may be idle for a while before it asks.
    await expect.poll(() => stage.server.requests).toContain('/chat/v1/settings/77');
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('document.querySelector("goalpost-chat")')).toBeNull();
    expect(stage.server.requests.filter((path) => path.startsWith('/chat/'))).toEqual([
      '/chat/widget.js',
      '/chat/v1/settings/77',
    ]);
    expect(stage.server.connections()).toBe(0);
  });
});

describe('where the owner wants it', () => {
  it('follows a page that changes its address without loading', async () => {
    stage.server.settings = {
      ...stage.server.settings,
      show: { urls: [{ op: 'not_contains', value: '/checkout' }], devices: 'all' },
    };
    const page = await stage.open();
    await openChat(page).waitFor();
    await page.evaluate("history.pushState(null, '', '/checkout/1')");
    await openChat(page).waitFor({ state: 'hidden' });
    const [moved] = await stage.server.wait('page');
    expect(moved?.page).toMatchObject({
      url: `${stage.server.url}/checkout/1`,
      referrer: `${stage.server.url}/`,
    });
    await page.evaluate("history.pushState(null, '', '/shop')");
    await openChat(page).waitFor();
    await stage.open({ path: '/checkout/2', page, connected: false });
    await page.evaluate("history.pushState(null, '', '/thanks')");
    await openChat(page).waitFor();
  });

  it('is on one side or the other, and only on the devices chosen', async () => {
    stage.server.settings = { ...stage.server.settings, side: 'left', show: { urls: [], devices: 'mobile' } };
    const page = await stage.open({ context: { ...PHONE, reducedMotion: 'reduce' } });
    expect(await openChat(page).boundingBox()).toEqual({ x: 20, y: 844 - 76, width: 56, height: 56 });
    await openChat(page).click();
    expect((await dialog(page).boundingBox())?.x).toBe(0);
    stage.server.settings = { ...stage.server.settings, show: { urls: [], devices: 'desktop' } };
    await stage.open({ path: '/next', page, connected: false });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('document.querySelector("goalpost-chat")')).toBeNull();
  });
});

describe('a conversation', () => {
  it('[C2] [C3] shows a message at once, and its tick when it is stored', async () => {
    stage.server.ignore = 'message';
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Do you have it in red?');
    await log(page).getByText('Waiting to be sent').waitFor();
    const [frame] = await stage.server.wait('message');
    expect(frame).toMatchObject({ text: 'Do you have it in red?', fileId: null });
    stage.server.ignore = null;
    stage.server.cut();
    await log(page).getByText('Sent', { exact: true }).waitFor();
    const [first, again] = await stage.server.wait('message', 2);
    expect(again?.key).toBe(first?.key);
    expect(await message(page).inputValue()).toBe('');
  });

  it('goes both ways, says who writes, and what was read', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    stage.server.tell({ type: 'accepted', operator: 'Anna' });
    stage.server.tell({ type: 'typing', author: 'Anna' });
    await dialog(page).getByText('Anna is typing…').waitFor();
    stage.server.says('Yes, in red and in blue: https://shop.example/red');
    await log(page).getByText('Yes, in red').waitFor();
    await dialog(page).getByText('Anna is typing…').waitFor({ state: 'hidden' });
    const link = log(page).getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://shop.example/red');
    expect(await link.getAttribute('rel')).toContain('noopener');
    const reads = await stage.server.wait('read', 2);
    expect(reads.map(({ seq }) => seq)).toEqual([1, 2]);
    stage.server.tell({ type: 'read', seq: 1 });
    await log(page).getByText('Read', { exact: true }).waitFor();
    await message(page).fill('and');
    const typed = await stage.server.wait('typing', 1);
    expect(typed[0]?.text).toBe('Hi');
  });

  it('Enter sends, Shift and Enter begin a new line', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await message(page).fill('one');
    await message(page).press('Shift+Enter');
    await page.keyboard.type('two');
    await message(page).press('Enter');
    const [frame] = await stage.server.wait('message');
    expect(frame?.text).toBe('one\ntwo');
  });

  it('goes on over pages and tabs, without asking again for what is there', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    stage.server.says('Hello');
    await log(page).getByText('Hello', { exact: true }).waitFor();
    await stage.open({ path: '/next', page });
    // The window was open, and is again.
    await log(page).getByText('Hello', { exact: true }).waitFor();
    const hellos = await stage.server.wait('hello', 2);
    expect(hellos.map(({ lastSeq, secret }) => [lastSeq, secret])).toEqual([
      [0, null],
      [2, 'secret-of-the-visitor'],
    ]);
    const other = await stage.open({ path: '/other', page: await stage.newPage() });
    await openChat(other).click();
    await write(page, 'From the first');
    await log(other).getByText('From the first').waitFor();
    const shown = await log(page).locator('.msg').count();
    await expect.poll(() => log(other).locator('.msg').count()).toBe(shown);
  });

  it('counts what was not seen, in the badge and in the title of a hidden tab', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    await page.keyboard.press('Escape');
    stage.server.says('One');
    stage.server.says('Two');
    await page.locator('goalpost-chat .launch[aria-description="2"]').waitFor();
    expect(
      await page.evaluate(
        'getComputedStyle(document.querySelector("goalpost-chat").shadowRoot.querySelector(".launch"), "::after").content',
      ),
    ).toMatch(/^(?:attr\(aria-description\)|"2")$/);
    await page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'))`);
    await page.waitForFunction('document.title === "(2) Shop"');
    await page.evaluate(`delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))`);
    await page.waitForFunction('document.title === "Shop"');
    await openChat(page).click();
    await page.locator('goalpost-chat .launch:not([aria-description])').waitFor();
    const reads = await stage.server.wait('read', 2);
    expect(reads.at(-1)?.seq).toBe(3);
  });

  it('asks how to reach the visitor, once', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    await page.getByRole('textbox', { name: 'Name' }).fill('Ann');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('ann');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This does not look like an e-mail address.').waitFor();
    await page.getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    const [frame] = await stage.server.wait('contact');
    expect(frame?.contact).toEqual({ name: 'Ann', email: 'ann@example.com' });
    await page.getByText('Thank you!').waitFor();
  });

  it('[C24] nobody is there: the form', async () => {
    stage.server.online = false;
    stage.server.nextEvent = 'Jivo_Offline_message_sent';
    const page = await stage.open();
    await openChat(page).click();
    await dialog(page).getByText('Nobody is here. Leave a message.').waitFor();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Ann');
    await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
    await message(page).fill('Please call');
    await send(page).click();
    const [frame] = await stage.server.wait('offline');
    expect(frame).toMatchObject({ text: 'Please call', contact: { name: 'Ann', email: 'ann@example.com' } });
    await log(page).getByText('Please call').waitFor();
    await log(page).getByText('Sent', { exact: true }).waitFor();
  });

  it('what was begun is kept when somebody comes, or goes', async () => {
    stage.server.online = false;
    const page = await stage.open();
    await openChat(page).click();
    await message(page).fill('Half a sent');
    stage.server.tell({ type: 'online', online: true });
    await log(page).waitFor();
    expect(await message(page).inputValue()).toBe('Half a sent');
    await hasFocus(message(page));
    await page.keyboard.type('ence');
    stage.server.tell({ type: 'online', online: false });
    await log(page).waitFor({ state: 'hidden' });
    expect(await message(page).inputValue()).toBe('Half a sentence');
  });

  it('sends files, and says why one cannot be sent', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    const pick = page.locator('goalpost-chat input[type=file]');
    await pick.setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('text') });
    const [, frame] = await stage.server.wait('message', 2);
    expect(frame).toMatchObject({ text: '', fileId: 'file-1' });
    await pick.setInputFiles({
      name: 'bad.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ'),
    });
    const why = page.getByRole('status').filter({ hasText: 'Files of this kind cannot be sent.' });
    await why.waitFor();
    const [above, below] = [await why.boundingBox(), await message(page).boundingBox()];
    const gap = (below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(24);
  });

  it('Escape folds the emoji, and closes the window only then', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await page.getByRole('button', { name: 'Emoji' }).click();
    await page.getByRole('button', { name: '🎉' }).click();
    expect(await message(page).inputValue()).toBe('🎉');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '🎉' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: 'Emoji' }).getAttribute('aria-expanded')).toBe('false');
    expect(await dialog(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  });
});
