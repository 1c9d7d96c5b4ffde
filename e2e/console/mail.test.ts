/** The chat's e-mail in the settings. What is told where there is none, and a letter to see that it works. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveMail, type MailReceiver } from '../../packages/server/test/mail-receiver.ts';
import { createConsoleStage, type ConsoleStage } from './stage.ts';

describe('where the server was given no SMTP server', () => {
  let stage: ConsoleStage;
  beforeAll(async () => {
    stage = await createConsoleStage();
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  it('says so, and how to give it one', async () => {
    const page = await stage.open(`/counter/${await stage.counter()}/settings/chat`);
    const part = page.getByRole('region', { name: 'E-mail' });
    await part.getByText('E-mail is off on this server').waitFor();
    await part.getByText('GOALPOST_SMTP_URL').waitFor();
    expect(await part.getByRole('button', { name: 'Send a test e-mail' }).count()).toBe(0);
  });
});

describe('where it sends e-mail', () => {
  let receiver: MailReceiver;
  let stage: ConsoleStage;
  beforeAll(async () => {
    receiver = await receiveMail({
      refuse: (address) =>
        address === 'nobody@shop.example' ? { code: 550, text: 'No <b>such</b> mailbox' } : null,
    });
    stage = await createConsoleStage({
      GOALPOST_SMTP_URL: receiver.url,
      GOALPOST_MAIL_FROM: 'chat@goalpost.example',
    });
  });
  afterAll(async () => {
    await stage[Symbol.asyncDispose]();
    await receiver.close();
  });

  it('keeps the address, sends a letter there, and shows what the SMTP server says', async () => {
    const page = await stage.open(`/counter/${await stage.counter()}/settings/chat`);
    const part = page.getByRole('region', { name: 'E-mail' });
    const address = part.getByRole('textbox', { name: /Messages left/ });
    const test = part.getByRole('button', { name: 'Send a test e-mail' });
    const save = page.getByRole('button', { name: 'Save', exact: true }).first();
    expect(await test.isDisabled()).toBe(true);
    await address.fill('team@shop.example');
    await part.getByText('Save the address first').waitFor();
    expect(await test.isDisabled()).toBe(true);
    await save.click();
    await part.getByText('Save the address first').waitFor({ state: 'detached' });
    await test.click();
    await part.getByRole('status').getByText('Sent to team@shop.example').waitFor();
    const mail = await receiver.next(({ to }) => to.includes('team@shop.example'));
    expect(mail.headers.get('subject')).toBe('Test e-mail from the chat of shop.example');

    await address.fill('nobody@shop.example');
    await save.click();
    await part.getByText('Save the address first').waitFor({ state: 'detached' });
    await test.click();
    await part.getByRole('alert').getByText('550 No <b>such</b> mailbox').waitFor();
    await part.getByRole('alert').getByText('Not sent to nobody@shop.example').waitFor();
  });

  it('keeps language and minutes', async () => {
    const counter = await stage.counter();
    const page = await stage.open(`/counter/${counter}/settings/chat`);
    const part = page.getByRole('region', { name: 'E-mail' });
    await part.getByRole('combobox', { name: 'Language of e-mails' }).selectOption('ru');
    await part.getByRole('textbox', { name: /Mail an unread answer/ }).fill('3');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await page.getByText('Not saved yet').waitFor({ state: 'detached' });
    const { body } = await stage.api.call('GET', `/api/v1/counters/${counter}/chat/settings`);
    expect(body).toMatchObject({
      settings: { mail: { answerAfter: 3, language: 'ru' } },
      mail: { available: true },
    });
  });
});
