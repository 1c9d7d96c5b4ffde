import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, colorFaults } from '../admin/axe.ts';
import { inColors } from '../admin/colors.ts';
import { hasFocus } from '../browser.ts';
import { middayZone } from '../path/midday-zone.ts';
import { fits } from '../admin/fits.ts';
import { createConsoleStage, guest, log, ready, reply, rowOf, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
let counter: number;
beforeAll(async () => {
  stage = await createConsoleStage();
  counter = await stage.counter({ name: 'A shop with a name that is rather long for a phone' });
  await stage.counter({ name: 'Another' });
  await stage.api.call('PUT', `/api/v1/counters/${counter}/chat/settings`, {
    settings: {
      enabled: true,
      departments: [{ id: 'sales', name: 'Sales' }],
      hours: {
        timeZone: middayZone(Date.now()),
        spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }],
      },
    },
  });
  const anna = await guest(stage, counter, { referrer: 'https://www.google.com/' });
  await anna.write(
    'A question with_a_very_long_word_that_does_not_fit_on_a_line_of_a_phone_however_it_is_turned',
  );
  anna.tab.send({ type: 'contact', contact: { name: 'Anna' } });
  anna.tab.send({ type: 'attributes', attributes: { plan: 'gold' } });
  anna.tab.send({ type: 'rate', rating: 4, comment: 'Kind' });
  anna.tab.send({
    type: 'custom',
    fields: [{ title: 'Cart', content: '120 €', link: 'https://shop.example/' }],
  });
  await guest(stage, counter);
  const rule = {
    name: 'Cart',
    conditions: [
      { on: 'page_url', op: 'contains', value: '/cart' },
      { on: 'online', is: true },
    ],
    texts: ['Can I help?', 'Hello'],
    schedule: { days: [1, 2], from: '09:00', to: '18:00' },
  };
  await stage.api.call('POST', `/api/v1/counters/${counter}/chat/rules`, { rule });
});
afterAll(() => stage[Symbol.asyncDispose]());

async function conversation(page: Page): Promise<void> {
  await ready(page);
  await rowOf(page, 'A question').click();
  await log(page).getByText('A question').waitFor();
}

const SCREENS = [
  { name: 'the list', path: '/chat', prepare: ready },
  { name: 'a conversation', path: '/chat', prepare: conversation },
  {
    name: 'canned replies',
    path: '/chat',
    prepare: async (page: Page) => {
      await conversation(page);
      await reply(page).fill('/');
    },
  },
  {
    name: 'the transfer menu',
    path: '/chat',
    prepare: async (page: Page) => {
      await conversation(page);
      await page.getByRole('button', { name: 'Assign' }).click();
      await page.getByRole('menuitem', { name: /Sales/ }).waitFor();
    },
  },
  {
    name: 'nobody is there',
    path: '/chat',
    prepare: async (page: Page) => {
      await ready(page);
      await page.getByRole('switch', { name: 'Online' }).press('Space');
      await page.getByText('You are away').waitFor();
    },
    leave: (page: Page) => page.getByRole('button', { name: 'Go online' }).click(),
  },
  { name: 'users', path: '/chat/users', prepare: ready },
  {
    name: 'inviting',
    path: '/counter/:id/chat/users',
    prepare: async (page: Page) => {
      await ready(page);
      await page.getByRole('button', { name: 'Invite' }).first().click();
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
    },
  },
  {
    name: 'invitations',
    path: '/counter/:id/chat/invitations',
    prepare: (page: Page) => page.getByRole('switch', { name: 'On: Cart' }).waitFor(),
  },
  {
    name: 'a rule',
    path: '/counter/:id/chat/invitations',
    prepare: async (page: Page) => {
      await page.getByRole('button', { name: 'Cart', exact: true }).click();
      await page.getByRole('row', { name: /Got none/ }).waitFor();
    },
  },
  {
    name: 'the settings',
    path: '/counter/:id/settings/chat',
    prepare: (page: Page) => page.getByRole('heading', { name: 'Canned replies' }).waitFor(),
  },
] as const;

/** The bar above is seen by the tests of the web app. */
const TOP = ['.gp-top'];

describe('one screen after the other', () => {
  // One context: what the browser has fetched and compiled serves all screens.
  let page: Page;
  beforeAll(async () => {
    page = await stage.open('/chat');
  });

  it.each(SCREENS)('axe finds no fault, light and dark, and it fits a small phone: $name', async (screen) => {
    const show = async () => {
      await page.goto(stage.server.url + screen.path.replace(':id', String(counter)));
      await screen.prepare(page);
    };
    await show();
    expect(await axeFaults(page, TOP)).toEqual([]);
    await inColors(page, 'dark');
    expect(await colorFaults(page, TOP)).toEqual([]);
    if ('leave' in screen) await screen.leave(page);
    // Opened again: a phone shows another arrangement, not a narrower one.
    await page.setViewportSize({ width: 360, height: 740 });
    await show();
    await fits(page);
    if ('leave' in screen) await screen.leave(page);
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });
});

it('goes through the list with j and k, and away with Escape', async () => {
  const page = await stage.open('/chat');
  await ready(page);
  await rowOf(page, 'A question').waitFor();
  await page.keyboard.press('j');
  await log(page).getByText('A question').waitFor();
  await hasFocus(reply(page));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await log(page).waitFor({ state: 'detached' });
});
