import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConsoleStage, ready, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

interface Settings {
  readonly enabled: boolean;
  readonly fields: readonly string[];
  readonly texts: Readonly<Record<string, { readonly title: string }>>;
  readonly operators: readonly { readonly name: string; readonly picture: string }[];
  readonly departments: readonly { readonly name: string }[];
  readonly hours: { readonly spans: readonly { readonly days: readonly number[] }[] } | null;
}

const settingsOf = async (counter: number): Promise<Settings> =>
  (await stage.api.call<{ settings: Settings }>('GET', `/api/v1/counters/${counter}/chat/settings`)).body
    .settings;

it('turns the chat on with one switch, which says what that does', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.open(`/counter/${counter}/settings`);
  await page.getByText('While it is off, nothing is shown').waitFor();
  await page.getByRole('switch', { name: 'Chat on the site' }).click({ force: true });
  await page.getByText('The chat is on').waitFor();
  expect((await settingsOf(counter)).enabled).toBe(true);
  await page.getByText('Look, texts, hours…').click();
  await page.getByText(`/chat/widget.js?id=${counter}`).waitFor();
});

it('saves look, texts, hours, operators, departments and canned replies', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/settings/chat`);
  await page.getByRole('textbox', { name: 'Title' }).fill('Ask us');
  await page.getByText('Phone', { exact: true }).click();
  await page.getByRole('switch', { name: 'Only at certain hours' }).press('Space');
  await page.getByRole('button', { name: 'Add other hours' }).click();
  await page.getByRole('group', { name: 'Hours 2' }).getByRole('checkbox', { name: 'Sunday' }).press('Space');
  await page.getByRole('textbox', { name: 'Your name in the chat' }).fill('Olga');
  await page.getByRole('button', { name: 'Add a department' }).click();
  await page.getByRole('textbox', { name: 'Name of the department' }).fill('Sales');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await settingsOf(counter)).toMatchObject({
    enabled: true,
    fields: ['name', 'email', 'phone'],
    texts: { en: { title: 'Ask us' } },
    operators: [{ name: 'Olga' }],
    departments: [{ name: 'Sales' }],
    hours: {
      spans: [
        { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
        { days: [6], from: '10:00', to: '14:00' },
      ],
    },
  });
  await page.getByRole('button', { name: 'Add a reply' }).click();
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('hi');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByText('Give a shortcut and a text').waitFor();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Good morning!');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await page.getByRole('button', { name: 'Save' }).nth(1).waitFor({ state: 'detached' });
  const canned = await stage.api.call('GET', `/api/v1/counters/${counter}/chat/canned`);
  expect(canned.body).toEqual({ canned: [{ shortcut: 'hi', text: 'Good morning!' }] });
});

it('takes an operator’s picture by upload, and only a picture', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/settings/chat`);
  const you = page.getByRole('group', { name: 'You' });
  const choose = you.locator('input[type=file]');
  await choose.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('words') });
  await you.getByText('This is not a picture').waitFor();
  await you.getByRole('textbox', { name: 'Your name in the chat' }).fill('Olga');
  const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
  await choose.setInputFiles({ name: 'olga.gif', mimeType: 'image/gif', buffer: gif });
  await page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('img.gp-operator-sign')?.naturalWidth === 1,
  );
  expect(await you.getByText('This is not a picture').count()).toBe(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const [olga] = (await settingsOf(counter)).operators;
  expect(olga?.picture).toMatch(new RegExp(`^${stage.server.url}/chat/v1/files/[\\w-]{32}$`));
  await page.context().close();
});

it('makes an invitation, shows it in words with its report, switches it off, deletes it', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/chat/invitations`);
  await page.getByRole('heading', { name: 'No invitations yet' }).waitFor();
  await page.getByRole('button', { name: 'New invitation' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give the invitation a name').waitFor();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Cart help');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('menuitem', { name: 'Page address' }).click();
  await page
    .getByRole('group', { name: 'Page address' })
    .getByRole('textbox', { name: 'Address' })
    .fill('/cart');
  await page.getByRole('textbox', { name: 'Message' }).fill('Can I help?');
  await page.getByRole('button', { name: 'Add a text to compare' }).click();
  await page.getByRole('textbox', { name: 'Text B' }).fill('Free delivery today');
  await page.getByRole('button', { name: 'Save' }).click();
  const item = page.getByRole('listitem').filter({ hasText: 'Cart help' });
  await item.getByText('30s on the page and an operator is online and page contains /cart').waitFor();
  await item.getByRole('switch', { name: 'On: Cart help' }).click({ force: true });
  await item.getByRole('switch', { name: 'On: Cart help', checked: false }).waitFor();
  const { body } = await stage.api.call<{ rules: unknown[] }>(
    'GET',
    `/api/v1/counters/${counter}/chat/rules`,
  );
  expect(body.rules).toMatchObject([
    { name: 'Cart help', enabled: false, texts: ['Can I help?', 'Free delivery today'], controlPercent: 10 },
  ]);
  await item.getByRole('button', { name: 'Cart help' }).click();
  await page.getByRole('row', { name: /Got none/ }).waitFor();
  await page.getByRole('row', { name: /Text B/ }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'No invitations yet' }).waitFor();
});

it('calls by sound and notices unless switched off', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/chat/inbox`);
  await ready(page);
  await page.getByRole('button', { name: 'Sound and notifications' }).click();
  await page.getByRole('switch', { name: 'Sound', checked: true }).click({ force: true });
  await page.reload();
  await page.getByRole('button', { name: 'Sound and notifications' }).click();
  await page.getByRole('switch', { name: 'Sound', checked: false }).waitFor();
  await page.getByRole('switch', { name: 'Desktop notifications', checked: true }).waitFor();
});
