/** [G66] [G67] [G94] Each answer of the test mode, provoked by hits of a browser and read on the screen. */
import { TEST_OUTCOMES, TEST_REFUSALS } from '@goalpost/contract/workbench';
import { afterAll, beforeAll, it } from 'vitest';
import { workbench } from '../../packages/admin/src/i18n/en/workbench.ts';
import { axeFaults } from './axe.ts';
import { createStage, type Stage } from './stage.ts';
import { testedBrowser, type TestedBrowser } from './tested-browser.ts';

const { outcomes, refusedBy } = workbench.tryOut;

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

interface Way {
  readonly settings?: Record<string, unknown>;
  readonly goals?: readonly Record<string, unknown>[];
  /** What the browser does behind the page that the link opens, and what its owner changes. */
  play(browser: TestedBrowser): Promise<unknown>;
}

const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const event = (url: string) => ({ type: 'action', conditions: [{ type: 'exact', url }] });
const lead = { name: 'Lead', ...event('lead') };
const view = (url: string) => ({ name: url, type: 'url', conditions: [{ type: 'contain', url }] });
const steps = (...of: readonly Record<string, unknown>[]) => ({ name: 'Lead', type: 'step', steps: of });

const OUTCOMES: Record<(typeof TEST_OUTCOMES)[number], Way> = {
  reached: { goals: [lead], play: (browser) => browser.event('lead') },
  no_fit: { goals: [lead], play: (browser) => browser.event('other') },
  other_kind: { goals: [lead], play: (browser) => browser.view('/cart') },
  space: { goals: [lead], play: (browser) => browser.event('lead%20') },
  earlier_step: {
    goals: [steps(view('/cart'), view('/thanks'))],
    play: (browser) => browser.view('/thanks'),
  },
  only_automatic: {
    goals: [
      steps(view('/cart'), {
        name: 'chat',
        type: 'action',
        conditions: [{ type: 'contain', url: 'Jivo_Offline' }],
      }),
    ],
    play: async (browser) => {
      await browser.view('/cart');
      await browser.event('Jivo_Offline_message_sent');
    },
  },
  counted_before: {
    goals: [{ name: 'Lead', type: 'multi', all: [event('lead')] }],
    play: async (browser) => {
      await browser.event('lead', 9);
      await browser.event('lead', 5);
    },
  },
  same_second: {
    goals: [lead],
    play: (browser) => browser.twice('lead', 5),
  },
  visit_full: {
    goals: [lead, ...Array.from({ length: 99 }, (_, place) => ({ ...lead, name: `Lead ${place}` }))],
    play: async (browser) => {
      for (const secondsAgo of [12, 10, 8, 6, 4]) await browser.event('lead', secondsAgo);
    },
  },
  robot: { goals: [lead], play: (browser) => browser.event('lead', 0, ROBOT) },
  deleted: {
    goals: [lead],
    play: async (browser) => {
      await browser.removeGoals();
      await browser.event('lead');
    },
  },
  switch_off: { settings: { autogoals_enabled: false }, play: (browser) => browser.link('tel:112') },
  vendor_off: {
    goals: [{ ...lead, ...event('Tawk_Client_initiate_chat') }],
    play: async (browser) => {
      await browser.switchOff('tawk');
      await browser.event('Tawk_Client_initiate_chat');
    },
  },
  changed_since: {
    play: async (browser) => {
      await browser.event('lead');
      await browser.makeGoal(lead);
    },
  },
};

const REFUSALS: Record<(typeof TEST_REFUSALS)[number], Way> = {
  origin: { settings: { only_mirrors: true }, play: (browser) => browser.land('https://other.example') },
  own_visit: {
    settings: { own_visits: { addresses: ['127.0.0.0/8'] } },
    play: (browser) => browser.land(),
  },
  no_consent: {
    settings: { consent: { mode: 'ask' } },
    play: (browser) => browser.land(),
  },
};

async function opened({ settings, goals = [] }: Way) {
  const browser = await testedBrowser(stage, settings, goals);
  const page = await stage.openSignedIn(`/counter/${browser.counter}/goals`);
  await page.getByRole('button', { name: 'Test mode' }).click();
  const dialog = page.getByRole('dialog', { name: 'Test mode' });
  browser.opens((await dialog.getByRole('link', { name: 'Open the site' }).getAttribute('href')) ?? '');
  return { browser, page, dialog };
}

// Of many at once, the imported `expect` knows no test of its own.
it.concurrent.for(TEST_OUTCOMES)('says that a goal: %s', async (outcome, { expect }) => {
  const way = OUTCOMES[outcome];
  const { browser, page, dialog } = await opened(way);
  await browser.land();
  await way.play(browser);
  // The list grows while it is read: what comes later is closed again.
  await expect
    .poll(async () => {
      const closed = dialog.locator('details:not([open])');
      await closed.evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      return dialog.getByText(`: ${outcomes[outcome]}`).first().isVisible();
    })
    .toBe(true);
  expect(await axeFaults(page)).toEqual([]);
});

it.concurrent.for(TEST_REFUSALS)('says that nothing was counted: %s', async (refusal) => {
  const { browser, dialog } = await opened(REFUSALS[refusal]);
  await REFUSALS[refusal].play(browser);
  await dialog.getByText(refusedBy[refusal]).waitFor();
});
