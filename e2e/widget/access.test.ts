/** What screen readers and the keyboard have of the widget: WCAG 2.2 AA as far as a machine can tell. */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { contrasts } from './contrast.ts';
import { closeChat, dialog, log, message, openChat, PHONE, setStage, write } from './stage.ts';

const stage = setStage();
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds, and texts that cannot be read. */
async function faults(page: Page): Promise<unknown> {
  await page.addScriptTag({ path: AXE });
  const measured = await contrasts(page);
  expect(measured.length).toBeGreaterThan(0);
  const found: unknown[] = await page.evaluate(
    `axe.run('goalpost-chat', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } } })
      .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]))`,
  );
  return [...found, ...measured.filter(({ ratio, wanted }) => ratio < wanted)];
}

const calm = { reducedMotion: 'reduce' } as const;

describe.each([
  ['light', '#1864ab'],
  ['dark', '#1864ab'],
  ['light', '#ffd43b'],
  ['dark', '#777777'],
] as const)('no faults: %s, %s', (colorScheme, color) => {
  it('in a conversation', async () => {
    stage.server.settings = { ...stage.server.settings, color };
    const page = await stage.open({ context: { ...calm, colorScheme } });
    expect(await faults(page)).toEqual([]);
    await openChat(page).click();
    await write(page, 'Hi');
    stage.server.says('See https://shop.example/boots');
    await log(page).getByText('See').waitFor();
    await page.getByRole('button', { name: 'Emoji' }).click();
    expect(await faults(page)).toEqual([]);
    stage.server.tell({ type: 'closed' });
    await page.getByRole('button', { name: '5 of 5' }).click();
    expect(await faults(page)).toEqual([]);
  });

  it('in the choice of departments, of which one does not answer', async () => {
    const departments = [
      { id: 'a', name: 'Sales' },
      { id: 'b', name: 'Support' },
    ];
    stage.server.settings = { ...stage.server.settings, color, departments };
    stage.server.departments = ['a'];
    const page = await stage.open({ context: { ...calm, colorScheme } });
    await openChat(page).click();
    await dialog(page).getByText('Sales').click();
    expect(await faults(page)).toEqual([]);
    await dialog(page).getByText('Support').click();
    await dialog(page).getByText('Support is offline now.').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('in a card beside the button', async () => {
    stage.server.settings = { ...stage.server.settings, color };
    const page = await stage.open({ context: { ...PHONE, ...calm, colorScheme } });
    await openChat(page).waitFor();
    stage.server.says('Hello there');
    await log(page).getByText('Hello there').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('in the form for when nobody is there', async () => {
    stage.server.settings = { ...stage.server.settings, color, fields: ['name', 'email', 'phone'] };
    stage.server.online = false;
    const page = await stage.open({ context: { ...PHONE, ...calm, colorScheme } });
    await openChat(page).click();
    await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('x');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    expect(await faults(page)).toEqual([]);
  });
});

it('the Tab key stays within the window, and reaches all of it', async () => {
  const page = await stage.open({ body: '<a href="#x">A link</a>' });
  await openChat(page).click();
  await message(page).waitFor();
  const focused = `(() => { const one = document.querySelector('goalpost-chat').shadowRoot.activeElement; return one && (one.ariaLabel || one.tagName) })()`;
  const order: unknown[] = [await page.evaluate(focused)];
  for (let press = 0; press < 7; press++) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(focused));
  }
  expect(order).toEqual([
    'Message',
    'Send',
    'Close chat',
    'Sound on',
    'Messages',
    'Attach a file',
    'Emoji',
    'Message',
  ]);
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(focused)).toBe('Emoji');
});

it('the sound can be switched off, and stays so', async () => {
  const page = await stage.open();
  await openChat(page).click();
  const sound = page.getByRole('switch', { name: 'Sound on' });
  expect(await sound.getAttribute('aria-checked')).toBe('true');
  await sound.click();
  await stage.open({ path: '/next', page });
  await closeChat(page).waitFor();
  expect(await sound.getAttribute('aria-checked')).toBe('false');
});
