/** Whom the visitor writes to, where the counter has departments [C46]. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialog, log, message, openChat, send, setStage, write } from './stage.ts';

const stage = setStage();

const NAMES = { sales: 'Sales', help: 'Support', back: 'Returns' } as const;

/** @param answering ids of those that answer now */
function staff(answering: readonly (keyof typeof NAMES)[]): void {
  const departments = Object.entries(NAMES).map(([id, name]) => ({ id, name }));
  stage.server.settings = { ...stage.server.settings, departments };
  stage.server.departments = [...answering];
  stage.server.online = answering.length > 0;
}
const choice = (page: Page) => page.getByRole('radiogroup', { name: 'Who should answer?' });
const radio = (page: Page, name: string) => choice(page).getByRole('radio', { name });
/** As people do it: on the chip, not on the control under it. */
const press = (page: Page, name: string) => choice(page).getByText(name).click();

describe('before the first message', () => {
  it('one can be chosen; it goes with the message that opens the conversation, and is asked no more', async () => {
    staff(['sales', 'help']);
    const page = await stage.open();
    await openChat(page).click();
    await press(page, 'Support');
    expect(await radio(page, 'Support').isChecked()).toBe(true);
    await write(page, 'It is broken');
    const [frame] = await stage.server.wait('message');
    expect(frame).toMatchObject({ text: 'It is broken', department: 'help' });
    await choice(page).waitFor({ state: 'hidden' });
  });

  it('none need be chosen, and a choice can be taken back', async () => {
    staff(['sales', 'help']);
    const page = await stage.open();
    await openChat(page).click();
    await press(page, 'Sales');
    await press(page, 'Sales');
    expect(await choice(page).locator(':checked').count()).toBe(0);
    // The radio itself takes the pointer, too.
    await radio(page, 'Support').check();
    await radio(page, 'Support').click();
    expect(await choice(page).locator(':checked').count()).toBe(0);
    await write(page, 'To anybody');
    expect((await stage.server.wait('message'))[0]).toMatchObject({ department: null });
  });

  it('the choice stays on the next page, by the keyboard too', async () => {
    staff(['sales', 'help', 'back']);
    const page = await stage.open();
    await openChat(page).click();
    await message(page).press('Shift+Tab');
    for (let tries = 0; tries < 2; tries++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    expect(await radio(page, 'Support').isChecked()).toBe(true);
    await stage.open({ path: '/next', page });
    await choice(page).waitFor();
    expect(await radio(page, 'Support').isChecked()).toBe(true);
  });

  it('is not asked where there are no departments', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await message(page).waitFor();
    expect(await choice(page).count()).toBe(0);
  });
});

describe('a department that does not answer', () => {
  it('says so, and has the form; another one has the conversation', async () => {
    staff(['sales']);
    const page = await stage.open();
    await openChat(page).click();
    await message(page).fill('Half a sent');
    expect(await radio(page, 'Sales').count()).toBe(1);
    await radio(page, 'Returns offline').waitFor();
    await press(page, 'Returns');
    await dialog(page).getByText('Returns is offline now.').waitFor();
    expect(await message(page).inputValue()).toBe('Half a sent');
    await press(page, 'Sales');
    await log(page).waitFor();
    await press(page, 'Returns');
    await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
    await message(page).fill('Please call');
    await send(page).click();
    expect((await stage.server.wait('offline'))[0]).toMatchObject({
      text: 'Please call',
      department: 'back',
      contact: { email: 'ann@example.com' },
    });
    await log(page).getByText('Please call').waitFor();
    await log(page).getByText('Thank you!').waitFor();
  });

  it('is one that answers as soon as somebody comes', async () => {
    staff(['sales']);
    const page = await stage.open();
    await openChat(page).click();
    await press(page, 'Support');
    await dialog(page).getByText('Support is offline now.').waitFor();
    stage.server.tell({ type: 'online', online: true, departments: ['sales', 'help'] });
    await log(page).waitFor();
    await radio(page, 'Support')
      .and(page.getByRole('radio', { name: 'Support', exact: true }))
      .waitFor();
    stage.server.tell({ type: 'online', online: false, departments: [] });
    await dialog(page).getByText('Nobody is here.').waitFor();
  });
});

describe('the page’s script', () => {
  it('invites for a department, which the answer goes to', async () => {
    staff(['sales', 'help']);
    const page = await stage.open();
    await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
    await page.evaluate("jivo_api.showProactiveInvitation('Need help?', 'help')");
    await log(page).getByText('Need help?').waitFor();
    expect(await radio(page, 'Support').isChecked()).toBe(true);
    await write(page, 'Yes');
    expect((await stage.server.wait('message'))[0]).toMatchObject({ department: 'help' });
  });

  it('may name one that the counter does not have: then it is whoever answers', async () => {
    staff(['sales']);
    const page = await stage.open();
    await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
    await page.evaluate("jivo_api.showProactiveInvitation('Need help?', 4711)");
    await write(page, 'Yes');
    expect((await stage.server.wait('message'))[0]).toMatchObject({ department: null });
  });

  it('[C46] an invitation of one that has gone stands above its form', async () => {
    staff(['sales']);
    const page = await stage.open();
    await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
    await page.evaluate("goalpost.chat.invite('Need help?', 'help')");
    await log(page).getByText('Need help?').waitFor();
    await dialog(page).getByText('Support is offline now.').waitFor();
  });
});
