import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './axe.ts';
import { fits } from './fits.ts';
import { createStage, type PageOptions, type Stage } from './stage.ts';

const LONG = 'an-address-that-is-rather-long.for-a-phone@department.of.a.company.example.com';

let stage: Stage;
let counter: number;
let join = '';
beforeAll(async () => {
  stage = await createStage();
  counter = await stage.api.createCounter({ name: 'Shop' });
  const joined = await invite(LONG);
  const token = new URL(joined).searchParams.get('token');
  const body = { token, name: 'Somebody', password: 'a password of somebody' };
  expect((await stage.api.call('POST', '/api/v1/join', body)).status).toBe(200);
  join = await invite(`waiting-${LONG}`);
});
afterAll(() => stage[Symbol.asyncDispose]());

/** @returns the one-time link */
async function invite(login: string): Promise<string> {
  const grant = { user_login: login, perm: 'edit' };
  const path = `/management/v1/counter/${counter}/grants`;
  const { body } = await stage.api.call<{ link: { url: string } }>('POST', path, { grant });
  return body.link.url;
}

async function passwordLink(): Promise<string> {
  const path = `/api/v1/counters/${counter}/password-link`;
  const { body } = await stage.api.call<{ link: { url: string } }>('POST', path, { user_login: LONG });
  return body.link.url;
}

const outside = (link: string, options?: PageOptions): Promise<Page> => {
  const { pathname, search } = new URL(link, stage.server.url);
  return stage.open(pathname + search, options);
};

const SCREENS: readonly { name: string; open: (options: PageOptions) => Promise<Page>; heading: string }[] = [
  {
    name: 'People',
    heading: 'People',
    open: async (options) => {
      const page = await stage.openSignedIn(`/counter/${counter}/people`, options);
      await page.getByRole('button', { name: `New link: waiting-${LONG}` }).click();
      await page.getByText('It works once', { exact: false }).waitFor();
      join = await page.getByRole('group', { name: 'One-time link' }).innerText();
      return page;
    },
  },
  {
    name: 'an invitation',
    heading: 'You are invited to shop.example',
    open: (options) => outside(join, options),
  },
  {
    name: 'a dead invitation',
    heading: 'This invitation does not work any more',
    open: (options) => outside('/join?token=none', options),
  },
  {
    name: 'a forgotten password',
    heading: 'Forgot your password?',
    open: (options) => outside('/forgot', options),
  },
  {
    name: 'a dead link for a new address',
    heading: 'This link does not work any more',
    open: (options) => outside('/new-address?token=none', options),
  },
  {
    name: 'a new password',
    heading: 'Choose a new password',
    open: async (options) => outside(await passwordLink(), options),
  },
];

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const)('$colorScheme, $width wide', (options) => {
  it.each(SCREENS)('$name has no fault that axe finds, and does not scroll sideways', async (screen) => {
    const page = await screen.open(options);
    await page.getByRole('heading', { name: screen.heading, level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axeFaults(page)).toEqual([]);
    await fits(page);
    await page.context().close();
  });
});
