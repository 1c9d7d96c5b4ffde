import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORDINARY_AGENT } from '../browser.ts';
import { answer, createConsoleStage, guest, ready, reply, rowOf, type ConsoleStage } from './stage.ts';

const PASSWORD = 'a password of Boris';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The browser of someone else, who is not signed in. */
async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await stage.browser.newContext({
    userAgent: ORDINARY_AGENT,
    reducedMotion: 'reduce',
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(new URL(address, stage.server.url).href);
  return page;
}

/** @returns the one-time link that the owner is shown */
async function invite(page: Page, email: string, may = 'Administrator'): Promise<string> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('combobox', { name: 'May' }).selectOption(may);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(`Give this link to ${email}`).waitFor();
  return page.getByRole('group', { name: 'One-time link' }).innerText();
}

async function join(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Come in' }).click();
}

it('[A4] [A5] a colleague is invited, joins, answers, is handed a conversation, and is cut off when removed', async () => {
  const counter = await stage.counter({ name: 'Shoes' });
  const email = 'boris@example.com';
  const owner = await stage.open(`/counter/${counter}/settings/chat`);
  await owner.getByRole('link', { name: 'Add people' }).click();
  await owner.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  const link = await invite(owner, email);
  await owner.getByRole('region', { name: 'Invited' }).getByText(email).waitFor();

  const boris = await open(link);
  await boris.getByRole('heading', { name: 'You are invited to shop.example' }).waitFor();
  await join(boris, 'Boris Nikolaevich');
  await ready(boris);
  expect(new URL(boris.url()).pathname).toBe(`/counter/${counter}/chat/inbox`);
  const late = await open(link);
  await late.getByRole('heading', { name: 'This invitation does not work any more' }).waitFor();

  const anna = await guest(stage, counter);
  await anna.write('Do you have boots?');
  await rowOf(boris, 'Do you have boots?').click();
  await answer(boris, 'Yes, size 42');
  const said = await anna.tab.next('message', ({ message }) => message.text === 'Yes, size 42');
  expect(said.message.author).toBe('Boris Nikolaevich');

  const bella = await guest(stage, counter);
  await bella.write('And sandals?');
  await owner.goto(`${stage.server.url}/counter/${counter}/chat/inbox`);
  await ready(owner);
  await rowOf(owner, 'And sandals?').click();
  await owner.getByRole('button', { name: 'Assign' }).click();
  await owner.getByRole('menuitem', { name: 'Boris Nikolaevich online' }).click();
  await boris.getByRole('radiogroup', { name: 'Which conversations' }).getByText('Mine').click();
  await rowOf(boris, 'And sandals?').click();

  await owner.goto(`${stage.server.url}/counter/${counter}/people`);
  await owner.getByRole('button', { name: `Remove: ${email}` }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await owner.getByText(`${email} has no access any more`).waitFor();
  await boris.getByText('No chat to answer in', { exact: false }).waitFor();
  await bella.write('A secret for the owner');
  expect(await boris.getByText('A secret for the owner').count()).toBe(0);
  await boris.goto(`${stage.server.url}/counters`);
  await boris.getByRole('heading', { name: 'Add your site' }).waitFor();
  await boris.goto(`${stage.server.url}/counter/${counter}/overview`);
  await boris.getByText(`There is no site ${counter} for you`).waitFor();
});

it('[A1] who may only view reads, and finds no box to answer in', async () => {
  const counter = await stage.counter({ name: 'Reading' });
  const email = 'vera@example.com';
  const owner = await stage.open(`/counter/${counter}/people`);
  const vera = await open(await invite(owner, email, 'Viewer'));
  await vera.getByRole('textbox', { name: 'Your name' }).waitFor();
  expect(await vera.getByText('Visitors see it when you answer in the chat').count()).toBe(0);
  await join(vera, 'Vera');
  await vera.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  const anna = await guest(stage, counter);
  await anna.write('Is anybody there?');
  await vera.goto(`${stage.server.url}/counter/${counter}/chat/inbox`);
  await rowOf(vera, 'Is anybody there?').click();
  await vera.getByText('You may read this chat, but not answer').waitFor();
  expect(await reply(vera).count()).toBe(0);
  await vera.goto(`${stage.server.url}/counter/${counter}/people`);
  await vera.getByText('Only the owner and people who may edit see who else has access.').waitFor();

  await owner.reload();
  await owner.getByRole('combobox', { name: `What ${email} may do` }).selectOption('Administrator');
  await owner.getByText('Saved', { exact: true }).waitFor();
  await vera.goto(`${stage.server.url}/counter/${counter}/chat/inbox`);
  await rowOf(vera, 'Is anybody there?').click();
  await reply(vera).waitFor();
});

it('[A4] an invitation is renewed and taken back; who has an account accepts by signing in', async () => {
  const [first, second] = [await stage.counter({ name: 'First' }), await stage.counter({ name: 'Second' })];
  const email = 'dora@example.com';
  const owner = await stage.open(`/counter/${second}/people`);
  const old = await invite(owner, email);
  await owner.getByRole('button', { name: `New link: ${email}` }).click();
  const renewed = owner
    .getByRole('region', { name: 'Invited' })
    .getByRole('group', { name: 'One-time link' });
  await renewed.waitFor();
  const link = await renewed.innerText();
  expect(link).not.toBe(old);

  await owner.goto(`${stage.server.url}/counter/${first}/people`);
  const dora = await open(await invite(owner, email));
  await join(dora, 'Dora');
  await ready(dora);
  await dora.goto(link);
  await dora.getByRole('button', { name: 'Take the invitation' }).click();
  await ready(dora);
  expect(new URL(dora.url()).pathname).toBe(`/counter/${second}/chat/inbox`);
  const stranger = await open(old);
  await stranger.getByRole('heading', { name: 'This invitation does not work any more' }).waitFor();

  const gone = await invite(owner, 'eve@example.com');
  await owner.getByRole('button', { name: 'Take back: eve@example.com' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await owner.getByRole('button', { name: 'Take back: eve@example.com' }).waitFor({ state: 'detached' });
  await stranger.goto(gone);
  await stranger.getByRole('heading', { name: 'This invitation does not work any more' }).waitFor();
});

it('[A6] a new password by the owner’s link, and a name and a password of one’s own', async () => {
  const counter = await stage.counter({ name: 'Forgetful' });
  const email = 'felix@example.com';
  const owner = await stage.open(`/counter/${counter}/people`);
  const felix = await open(await invite(owner, email));
  await felix.getByText('Visitors see it when you answer in the chat').waitFor();
  await join(felix, 'Felix');
  await ready(felix);
  await felix.goto(`${stage.server.url}/account`);
  await felix.getByRole('textbox', { name: 'Shown as' }).fill('Felix the Cat');
  await felix.getByRole('button', { name: 'Save the name' }).click();
  await felix.getByText('Saved', { exact: true }).waitFor();
  await felix.getByRole('textbox', { name: 'Current password' }).fill('not this one');
  await felix.getByRole('textbox', { name: 'New password' }).fill('another password');
  await felix.getByRole('button', { name: 'Change the password' }).click();
  await felix.getByText('The current password is not right.').waitFor();
  await felix.getByRole('textbox', { name: 'Current password' }).fill(PASSWORD);
  await felix.getByRole('button', { name: 'Change the password' }).click();
  await felix.getByText('The password was changed.', { exact: false }).waitFor();
  await felix.reload();
  await felix.getByText(email).waitFor();

  await owner.reload();
  await owner.getByRole('button', { name: `New password link: ${email}` }).click();
  const link = await owner.getByRole('group', { name: 'One-time link' }).innerText();
  const back = await open('/sign-in');
  await back.getByRole('link', { name: 'Forgot your password?' }).click();
  await back.getByText('Ask the owner of your site for a link', { exact: false }).waitFor();
  await back.goto(link);
  await back.getByRole('textbox', { name: 'New password' }).fill('the newest password');
  await back.getByRole('button', { name: 'Save the password' }).click();
  await back.getByRole('heading', { name: 'Sites' }).waitFor();
  await felix.reload();
  await felix.getByRole('heading', { name: 'Sign in' }).waitFor();
  await felix.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await felix.getByRole('textbox', { name: 'Password' }).fill('the newest password');
  await felix.getByRole('button', { name: 'Sign in' }).click();
  await felix.getByRole('heading', { name: 'Account', level: 1 }).waitFor();
  expect(await felix.getByRole('textbox', { name: 'Shown as' }).inputValue()).toBe('Felix the Cat');
});

it('[A57] many are let in by what was pasted, and each says what became of it', async () => {
  const counter = await stage.counter({ name: 'Boots' });
  const owner = await stage.open(`/counter/${counter}/people`);
  const form = owner.getByRole('form', { name: 'Many at once' });
  await form.getByLabel('Their addresses').fill('"Lee, Ann" <ann@example.com>; eve@example.com\nnot one');
  await form.getByText('3 addresses').waitFor();
  await form.getByLabel('Role of all').selectOption('Operator');
  await form.getByRole('button', { name: 'Let them in' }).click();
  const list = owner.getByRole('list', { name: 'What became of each' });
  await list.getByRole('listitem').filter({ hasText: 'ann@example.com' }).getByText('is invited').waitFor();
  await list.getByText('not let in: This is no e-mail address.').waitFor();
  expect((await owner.getByRole('group', { name: 'Copy all links' }).innerText()).split('\n')).toEqual([
    expect.stringMatching(/^ann@example\.com http.*\/join\?token=/),
    expect.stringMatching(/^eve@example\.com http.*\/join\?token=/),
  ]);
  await owner.getByRole('region', { name: 'Invited' }).getByText('eve@example.com').waitFor();
});
