/** A report shared by a link: made, opened by someone without an account, and taken back. */
import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, sendHit } from '../path/wire.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';

const SHOTS = process.env['GOALPOST_SHOTS'];

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop' });
  for (const source of ['partner', 'partner', 'rival'])
    await sendHit(stage.server.url, {
      counter,
      visitor: newVisitorId(),
      pageUrl: `https://shop.example/?utm_source=${source}&utm_medium=cpc`,
    });
  await stage.server.flushed();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

/** As a person does who has never seen the grammar of the API. */
async function chooseCondition(page: Page, field: Locator): Promise<void> {
  await field.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('dialog', { name: 'Add filter' }).waitFor();
  // The first closes the list of fields, the second the editor, and no more than that.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await field.getByRole('button', { name: 'Add a condition' }).click();
  const editor = page.getByRole('dialog', { name: 'Add filter' });
  await editor.getByRole('combobox', { name: 'What' }).fill('utm source');
  await page.getByRole('option', { name: 'UTM source', exact: true }).click();
  await editor.getByRole('combobox', { name: 'Value' }).click();
  await page.getByRole('option', { name: 'partner' }).click();
  await editor.getByText('2 visits of the period meet it').waitFor();
  await editor.getByRole('button', { name: 'Apply' }).click();
  await editor.waitFor({ state: 'detached' });
  await field.getByText('UTM source is partner').waitFor();
}

it('[A30] [A32] [A34] shares only what the partner brought, behind a password, until it is taken back', async () => {
  const page = await stage.openSignedIn(`/counter/${counter}/report/tags_u_t_m`);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await chooseCondition(page, dialog.getByRole('group', { name: 'Only visits that fit' }));
  await dialog.getByLabel('Password', { exact: true }).fill('correct horse');
  await shoot(page, 'share');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByRole('group', { name: 'Link' }).innerText();

  const { pathname } = new URL(link);
  const guest = await stage.open(pathname);
  const password = guest.getByLabel('Password', { exact: true });
  await password.fill('wrong horse');
  await guest.getByRole('button', { name: 'Open' }).click();
  await guest.getByRole('alert').getByText('The password is wrong.').waitFor();
  await password.fill('correct horse');
  await guest.getByRole('button', { name: 'Open' }).click();
  await guest.getByRole('rowheader', { name: 'partner' }).waitFor();
  await guest.getByRole('figure', { name: 'Visits' }).locator('svg path').first().waitFor();
  // [M146] It stays open in this browser, also when the page is loaded again.
  await guest.reload();
  await guest.getByRole('rowheader', { name: 'partner' }).waitFor();
  expect(await guest.locator('body').innerText()).not.toContain('rival');
  await guest.getByText('Not all visits').waitFor();
  expect(await axeFaults(guest)).toEqual([]);
  await shoot(guest, 'shared');
  expect(await guest.getByRole('link').count()).toBe(0);

  await page.goto(`${stage.server.url}/counter/${counter}/settings`);
  await page.getByRole('list', { name: 'Shared links' }).getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Nothing is shared.').waitFor();
  await guest.reload();
  await guest.getByText('This link does not work').waitFor();
});

/** Makes the link of what stands on the page, and opens it as a guest. */
async function opened(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByRole('group', { name: 'Link' }).innerText();
  return stage.open(new URL(link).pathname);
}

it('[A44] shows guests both sides, in the chart and in rows that open', async () => {
  const sides = new URLSearchParams({
    period: 'today',
    filters: "ym:s:lastsignUTMSource=='partner'",
    segment_b: 'all',
  });
  const guest = await opened(
    await stage.openSignedIn(`/counter/${counter}/report/tags_u_t_m?${sides.toString()}`),
  );
  const row = guest.getByRole('row').filter({ has: guest.getByRole('rowheader', { name: 'partner' }) });
  expect(await row.getByRole('cell').first().innerText()).toBe('2');
  await guest.getByRole('rowheader', { name: 'rival' }).waitFor();
  await guest.getByRole('figure', { name: 'Visits' }).locator('svg path').first().waitFor();
  await row.getByRole('button', { name: 'Open partner' }).click();
  await guest.getByRole('rowheader', { name: 'cpc' }).waitFor();
  await guest.locator('tr[data-depth="1"]').first().waitFor();
  expect(await axeFaults(guest)).toEqual([]);
  await shoot(guest, 'shared-sides');
});

it('[M135] shows guests who came back, without a way further', async () => {
  const guest = await opened(await stage.openSignedIn(`/counter/${counter}/retention?unit=day`));
  await guest.getByRole('heading', { name: 'Retention', level: 1 }).waitFor();
  await guest.getByRole('region', { name: 'Who came back' }).waitFor();
  await guest.getByText('First: Any visit. Then: Any visit.').waitFor();
  expect(await guest.getByRole('link').count()).toBe(0);
  expect(await axeFaults(guest)).toEqual([]);
  await shoot(guest, 'shared-retention');
});

it('says in a sentence that a mistyped link does not work', async () => {
  const guest = await stage.open('/s/nothing', { width: 390, locale: 'ru-RU', colorScheme: 'dark' });
  await guest.getByText('Ссылка не работает').waitFor();
  await shoot(guest, 'shared-gone');
});
