import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../packages/server/test/chat-client.ts';
import { answer, createConsoleStage, guest, log, ready, reply, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('the inbox', () => {
  it('shows what a visitor writes at once, and takes the answer to them', async () => {
    const counter = await stage.counter({ name: 'Talking' });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await page.getByRole('heading', { name: 'No conversations yet' }).waitFor();
    await ready(page);
    const anna = await guest(stage, counter);
    await anna.write('Is anybody there?');
    await rowOf(page, 'Is anybody there?').click();
    await log(page).getByText('Is anybody there?').waitFor();
    await reply(page).fill('Yes, I am');
    await page.getByRole('button', { name: 'Send' }).click();
    const told = await anna.tab.next('message', ({ message }) => message.kind === 'operator');
    expect(told.message.text).toBe('Yes, I am');
    await log(page).getByText('Yes, I am').waitFor();
    expect(await reply(page).inputValue()).toBe('');
    await page.getByText('yours', { exact: false }).first().waitFor();
  });

  it('shows what the visitor is typing, and keeps notes from them', async () => {
    const counter = await stage.counter({ name: 'Notes' });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter);
    await anna.write('Hello');
    await rowOf(page, 'Hello').click();
    anna.tab.send({ type: 'typing', text: 'where is my ord' });
    await page.getByText('where is my ord').waitFor();
    await page.getByText('Note', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('She is a regular');
    await page.keyboard.press('Enter');
    await log(page).getByText('She is a regular').waitFor();
    await page.getByText('Reply', { exact: true }).click();
    await answer(page, 'On its way');
    const { message } = await anna.tab.next('message', (event) => event.message.kind === 'operator');
    expect(message.text).toBe('On its way');
    expect(JSON.stringify(anna.tab.events)).not.toContain('She is a regular');
  });

  it('shows scripts as text, wherever they stand', async () => {
    const counter = await stage.counter({ name: 'Scripts' });
    const evil = '<img src=x onerror="window.hurt = 1"><script>window.hurt = 1</script>';
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter, { url: `https://shop.example/?q=${encodeURIComponent(evil)}` });
    await anna.write(evil);
    anna.tab.send({ type: 'contact', contact: { name: evil } });
    anna.tab.send({
      type: 'custom',
      fields: [{ title: evil, content: evil, link: 'javascript:window.hurt=1' }],
    });
    anna.tab.send({ type: 'page', page: { url: 'https://shop.example/', title: evil, referrer: '' } });
    await rowOf(page, '<script>').click();
    await page.getByRole('complementary', { name: 'Visitor' }).getByText('From your site').waitFor();
    await log(page).getByText(evil).first().waitFor();
    await page.getByRole('tab', { name: 'Users' }).click();
    await page.getByRole('row', { name: /<img src=x/ }).waitFor();
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  it('takes, tags, closes; the closed one is found again and a new message opens another', async () => {
    const counter = await stage.counter({ name: 'Closing' });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter);
    await anna.write('First matter');
    await rowOf(page, 'First matter').click();
    await page.getByRole('button', { name: 'Take' }).click();
    await page.getByText('yours', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'More' }).last().click();
    await page.getByRole('menuitem', { name: 'Tags' }).click();
    await page
      .getByRole('combobox', { name: 'Tags' })
      .or(page.getByRole('textbox', { name: 'Tags' }))
      .fill('vip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tags: vip. Change' }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await anna.tab.next('closed');
    await page.getByText('Closed. A new message').waitFor();
    await page.getByText('Closed', { exact: true }).click();
    await rowOf(page, 'First matter').waitFor();
    await anna.write('Second matter');
    await page.getByText('All', { exact: true }).click();
    await rowOf(page, 'Second matter').waitFor();
    const list = await stage.api.call<{ conversations: { tags: string[] }[] }>(
      'GET',
      `/api/v1/counters/${counter}/chat/conversations?state=closed`,
    );
    expect(list.body.conversations.map(({ tags }) => tags)).toEqual([['vip']]);
  });

  it('[C9] hands a conversation over to a department', async () => {
    const counter = await stage.counter({ name: 'Departments' });
    await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
      settings: { enabled: true, departments: [{ id: 'sales', name: 'Sales' }] },
    });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter);
    await anna.write('Whom do I ask?');
    await rowOf(page, 'Whom do I ask?').click();
    await answer(page, 'One moment');
    await page.getByRole('button', { name: 'Transfer' }).click();
    await page.getByRole('menuitem', { name: 'Sales' }).click();
    await log(page)
      .getByText(/handed the conversation over to the department Sales/)
      .waitFor();
    await page.getByText('Unassigned', { exact: true }).click();
    await rowOf(page, 'handed the conversation').waitFor();
  });

  it('keeps a draft for each conversation, and puts in canned replies', async () => {
    const counter = await stage.counter({ name: 'Drafts' });
    await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/canned`, {
      canned: [{ shortcut: 'delivery', text: 'We deliver in two days.' }],
    });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const [anna, boris] = [await guest(stage, counter), await guest(stage, counter)];
    await anna.write('I am Anna');
    await boris.write('I am Boris');
    await rowOf(page, 'I am Anna').click();
    await reply(page).fill('half a thought');
    await rowOf(page, 'I am Boris').click();
    await log(page).getByText('I am Boris').waitFor();
    expect(await reply(page).inputValue()).toBe('');
    await reply(page).fill('/del');
    await page.getByRole('option', { name: /delivery/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await reply(page).inputValue()).toBe('We deliver in two days.');
    await page.keyboard.press('Enter');
    await boris.tab.next('message', ({ message }) => message.text === 'We deliver in two days.');
    await rowOf(page, 'I am Anna').click();
    await log(page).getByText('I am Anna').waitFor();
    expect(await reply(page).inputValue()).toBe('half a thought');
  });

  it('counts who waits in the title, also on other screens, until they are answered [C90]', async () => {
    const counter = await stage.counter({ name: 'Title' });
    const page = await stage.open(`/counter/${counter}/chat/users`);
    await ready(page);
    const before = Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);
    const anna = await guest(stage, counter);
    await anna.write('Unread');
    await page.waitForFunction((count) => document.title.startsWith(`(${count}) `), before + 1);
    await page.getByRole('link', { name: 'Goals' }).click();
    await page.waitForFunction((count) => document.title === `(${count}) Goals · Goalpost`, before + 1);
    await page.getByRole('link', { name: 'Inbox' }).click();
    await rowOf(page, 'Unread').click();
    await reply(page).fill('Read');
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => !document.title.startsWith(`(${count})`), before + 1);
  });

  it('sends a file as its first bytes allow, and says why another is not taken', async () => {
    const counter = await stage.counter({ name: 'Files' });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter);
    await anna.write('Send me a picture');
    await rowOf(page, 'Send me a picture').click();
    const input = page.locator('input[type=file]');
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await input.setInputFiles({ name: 'shoe.png', mimeType: 'image/png', buffer: png });
    const { message } = await anna.tab.next('message', (event) => event.message.file !== null);
    expect(message.file).toMatchObject({ name: 'shoe.png', type: 'image/png' });
    const picture = log(page).getByRole('img', { name: 'Picture shoe.png' });
    await picture.waitFor();
    await page.waitForFunction(
      (image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0,
      await picture.elementHandle(),
    );
    await input.setInputFiles({
      name: 'evil.png',
      mimeType: 'image/png',
      buffer: Buffer.from('PK\u0003\u0004zip'),
    });
    await page.getByRole('alert').getByText('evil.png was not sent').waitFor();
  });
});

describe('a bad line', () => {
  it('[C2, C3] sends what was written meanwhile, once and in order, and gets what was missed', async () => {
    const counter = await stage.counter({ name: 'Line' });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter);
    await anna.write('Before');
    await rowOf(page, 'Before').click();
    await log(page).getByText('Before').waitFor();

    await page.context().setOffline(true);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await answer(page, 'one');
    await answer(page, 'two');
    await page.getByText(/No connection/).waitFor();
    await page.context().setOffline(false);
    await anna.tab.next('message', ({ message }) => message.text === 'two');
    const texts = anna.tab.events.flatMap((event) => (event.type === 'message' ? [event.message.text] : []));
    expect(texts).toEqual(['one', 'two']);
    await anna.write('After');
    await log(page).getByText('After').waitFor();
  });

  it('comes back to a server that was away for a moment, with the log whole', async () => {
    const counter = await stage.counter({ name: 'Reload' });
    const page = await stage.open(`/counter/${counter}/chat/inbox`);
    await ready(page);
    const anna = await guest(stage, counter);
    for (const text of ['a1', 'a2', 'a3']) await anna.write(text);
    await rowOf(page, 'a3').click();
    await log(page).getByText('a3').waitFor();
    await page.reload();
    await log(page).getByText('a3').waitFor();
    expect(await log(page).getByRole('article').count()).toBe(3);
  });
});

it('[C21] invites somebody from Users by hand; their answer is the operator’s goal', async () => {
  const counter = await stage.counter({ name: 'Inviting' });
  const page = await stage.open(`/counter/${counter}/chat/users`);
  await page.getByRole('heading', { name: 'Nobody is on the site now' }).waitFor();
  await ready(page);
  const anna = await guest(stage, counter, { referrer: 'https://www.google.com/' });
  const row = page.getByRole('row', { name: /Search engines/ });
  await row.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill('Can I help you?');
  await page.getByRole('button', { name: 'Send' }).click();
  const { message } = await anna.tab.next('message', (event) => event.message.kind === 'operator');
  expect(message.text).toBe('Can I help you?');
  await row.getByText('In a conversation').click();
  await log(page).getByText('Can I help you?').waitFor();
  const key = newKey();
  anna.tab.send({ type: 'message', key, text: 'Yes please', fileId: null });
  const stored = await anna.tab.next('stored', (event) => event.key === key);
  expect(stored.event).toBe('Jivo_Client_answer_on_agent_request');
  await log(page).getByText('Yes please').waitFor();
});

it('[C41] is online by default, and away when the switch says so, also after a reload', async () => {
  const counter = await stage.counter({ name: 'Away' });
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  const anna = await guest(stage, counter);
  const flip = page.getByRole('switch', { name: 'Online' });
  await flip.click({ force: true });
  // Other consoles of the same account hear it too.
  await anna.tab.next('online', ({ online }) => !online);
  await page.reload();
  await page.getByRole('switch', { name: 'Online', checked: false }).waitFor();
  await flip.click({ force: true });
  await anna.tab.next('online', ({ online }) => online);
});
