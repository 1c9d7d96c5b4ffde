/** Edits that are not saved are not left without a question: every form of settings. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let counter: number;
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Left' });
});
afterAll(() => stage[Symbol.asyncDispose]());

const asked = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });

/** Each form: where it is, and the field that is edited. */
const FORMS: readonly (readonly [name: string, path: string, field: string | RegExp])[] = [
  ['settings of the site', '/counter/:id/settings', 'Name'],
  ['a new goal', '/counter/:id/goals/new', 'Name'],
  ['a new invitation', '/counter/:id/chat/invitations?rule=new', /^Name/],
  ['a person to add', '/counter/:id/people', 'E-mail'],
  ['the own name', '/account', /name/i],
  ['a new token', '/account', 'Name'],
  ['a new site', '/counters/new', 'Site address'],
];

describe('leaving', () => {
  it('asks in settings by a link, by the way back, and when the tab is closed', async () => {
    const page = await stage.openSignedIn(`/counter/${counter}/goals`);
    await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Edited');
    await page.getByRole('link', { name: 'Goals', exact: true }).first().click();
    await asked(page).getByRole('button', { name: 'Cancel' }).click();
    expect(await name.inputValue()).toBe('Edited');
    await page.evaluate(() => history.back());
    await asked(page).getByRole('button', { name: 'Cancel' }).click();
    expect(await name.inputValue()).toBe('Edited');
    const isAsked = await page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(isAsked).toBe(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Goals', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Goals' }).first().waitFor();
    expect(await asked(page).count()).toBe(0);
  });

  it.each(FORMS)('asks: %s', async (_name, path, field) => {
    const page = await stage.openSignedIn(path.replace(':id', String(counter)));
    await page.getByRole('textbox', { name: field }).first().fill('something else');
    await page
      .getByRole('link', { name: /All sites/ })
      .first()
      .click();
    await asked(page).getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL(/\/counters$/);
  });
});
