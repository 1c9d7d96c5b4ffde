import { afterAll, beforeAll, expect, it } from 'vitest';
import { newVisitorId, reach, sendHit } from '../path/wire.ts';
import { createStage, type Stage } from './stage.ts';
import { CHAT, CHAT_GOAL } from './traffic.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('adds a site with the number its pages have, and sees its first hits and its first automatic goal', async () => {
  const page = await stage.openSignedIn('/');
  await page.getByRole('link', { name: 'Add your site' }).click();
  await page.getByRole('textbox', { name: 'Site address' }).fill('https://shop.example/');
  await page.getByRole('checkbox', { name: /I already have ym/ }).check();
  await page.getByRole('textbox', { name: 'Number on your page' }).fill('12345678');
  await page.getByRole('button', { name: 'Add site' }).click();

  await page.getByRole('heading', { name: 'Install the tag' }).waitFor();
  expect(await page.getByLabel('Snippet', { exact: true }).textContent()).toContain('ym(12345678,"init"');
  expect(await page.getByLabel('Without JavaScript').textContent()).toContain('/watch/12345678');
  await page.getByText('Waiting for the first hit…').waitFor();

  const visitor = newVisitorId();
  await sendHit(stage.server.url, { counter: 12345678, visitor, pageUrl: 'https://shop.example/' });
  await page.getByText('We see your first hits').waitFor();
  await reach(stage.server.url, { counter: 12345678, visitor }, CHAT);
  await page.getByText(`Goal “${CHAT_GOAL}” was just made`).waitFor();
  await page.getByRole('link', { name: 'Open Conversions' }).click();
  await page.getByRole('row', { name: new RegExp(CHAT_GOAL) }).waitFor();
});

it('says why hits do not come: an address that is not allowed', async () => {
  const counter = await stage.api.createCounter({ site2: { site: 'only.example' }, only_mirrors: true });
  const page = await stage.openSignedIn(`/counter/${counter}/install`);
  await page.getByText('Waiting for the first hit…').waitFor();
  await sendHit(stage.server.url, { counter, visitor: newVisitorId(), pageUrl: 'https://other.example/' });
  await page.getByText('Address is not allowed').waitFor();

  await page.getByRole('link', { name: 'Collection health' }).click();
  await page.getByText('The page is on an address that is not listed.').waitFor();
});

it('says in collection health what is wrong with the server itself', async () => {
  const counter = await stage.api.createCounter();
  const page = await stage.openSignedIn('/counters');
  await page.route(/\/api\/v1\/counters\/\d+\/health$/, async (route) => {
    const answer = await route.fetch();
    const health = (await answer.json()) as { server: object };
    const server = {
      ...health.server,
      ready: false,
      storing: false,
      set_aside: 3,
      damaged_segments: 2,
      lost_hits: 7,
    };
    await route.fulfill({ response: answer, json: { ...health, server } });
  });
  await page.goto(`${stage.server.url}/counter/${counter}/health`);
  await page.getByText('No hits can be taken at the moment').waitFor();
  await page.getByText('Reports are not being filled at the moment').waitFor();
  await page.getByText('could not be processed: 3; damaged files of the journal: 2').waitFor();
  await page.getByText('at the least: hits: 7;').waitFor();
  // The screen asks again by itself: an answer that is on its way must not outlive the page.
  await page.unrouteAll({ behavior: 'wait' });
});

it('says beside the field what is wrong with a new site', async () => {
  await stage.api.createCounter({ id: 777 });
  const page = await stage.openSignedIn('/counters/new');
  await page.getByRole('button', { name: 'Add site' }).click();
  await page.getByText('Give the address of your site').waitFor();
  await page.getByRole('textbox', { name: 'Site address' }).fill('shop.example');
  await page.getByRole('checkbox', { name: /I already have ym/ }).check();
  await page.getByRole('textbox', { name: 'Number on your page' }).fill('777');
  await page.getByRole('button', { name: 'Add site' }).click();
  await page.getByText('This number is taken').waitFor();
});

it('[G15] switches automatic goals off and on', async () => {
  const counter = await stage.api.createCounter();
  const enabled = async () => {
    const { body } = await stage.api.call<{ counter: { autogoals_enabled: boolean } }>(
      'GET',
      `/management/v1/counter/${counter}`,
    );
    return body.counter.autogoals_enabled;
  };
  const page = await stage.openSignedIn(`/counter/${counter}/settings`);
  const choice = page.getByRole('switch', { name: 'Automatic goals' });
  expect(await choice.isChecked()).toBe(true);
  await choice.click({ force: true });
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await enabled()).toBe(false);
  await page.reload();
  expect(await choice.isChecked()).toBe(false);
});

it('changes settings, deletes the site and restores it', async () => {
  const counter = await stage.api.createCounter({ name: 'Old name', site2: { site: 'old.example' } });
  const page = await stage.openSignedIn(`/counter/${counter}/settings`);
  await page.getByRole('textbox', { name: 'Name' }).fill('New name');
  await page.getByRole('textbox', { name: 'Site address' }).fill('not an address');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('an address such as shop.example').waitFor();
  await page.getByRole('textbox', { name: 'Site address' }).fill('new.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Delete site' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Restore: New name' }).click();
  await page.getByRole('link', { name: /New name/ }).waitFor();
});
