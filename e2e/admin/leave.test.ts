/** Edits that are not saved are not left without a question: every form of settings. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
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
