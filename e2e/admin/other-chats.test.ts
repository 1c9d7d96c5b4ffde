/** A chat that a page carries stands in the tag's settings, tells what it can, and is switched off. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EITHER_WORDS, OUTCOME_WORDS } from '@goalpost/contract/vendors/outcomes';
import { snippet } from '@goalpost/tag/snippet';
import { HOME, serveHome } from './site-home.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A visitor writes in the chat of the page; resolves when what it tells has been sent. */
async function visit(counter: number, isOn: boolean): Promise<void> {
  const page = await stage.open('/');
  const context = page.context();
  await serveHome(context, stage.server.url);
  const { loader } = snippet(counter, `${HOME}/metrika/tag.js`);
  await context.route('https://shop.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Shop</title><script>Tawk_API = {}</script>${loader}<body>`,
    }),
  );
  const looked = page.waitForResponse(/\/tag\/chats\.js/);
  const heard = isOn ? page.waitForResponse(/\/tag\/chats\/hear\.js/) : looked;
  await page.goto('https://shop.example/');
  await Promise.all([looked, heard]);
  const write = async (): Promise<void> => {
    const left = page.waitForRequest(/goal.*left/);
    await page.evaluate(
      `dispatchEvent(new CustomEvent('tawkChatMessageVisitor')); ym(${counter}, 'reachGoal', 'left')`,
    );
    await left;
  };
  await write();
  // As often as it takes: what has been fetched may not have run yet.
  if (isOn) await expect.poll(() => write().then(() => goalOf(counter))).toBe(1);
  await context.close();
}

async function goalOf(counter: number): Promise<number> {
  await stage.server.flushed();
  const all = await stage.api.goals(counter);
  const found = all.find(({ name }) => name.startsWith('Tawk.to auto-goal'));
  if (found === undefined) return 0;
  const { totals } = await stage.api.stat(counter, { metrics: `ym:s:goal${found.id}reaches` });
  return totals[0] ?? 0;
}

const WORDS = {
  en: {
    locale: 'en-US',
    seen: /Seen on .*202\d/,
    tells: `Tells: ${OUTCOME_WORDS.started.en}, ${EITHER_WORDS.en}, ${OUTCOME_WORDS.offline.en}`,
    not: `Cannot tell: ${OUTCOME_WORDS.operator.en}.`,
  },
  ru: {
    locale: 'ru-RU',
    seen: /Встретился .*202\d/,
    tells: `Сообщает: ${OUTCOME_WORDS.started.ru}, ${EITHER_WORDS.ru}, ${OUTCOME_WORDS.offline.ru}`,
    not: `Не сообщает: ${OUTCOME_WORDS.operator.ru}.`,
  },
} as const;

it.each(['en', 'ru'] as const)('[W62] [W63] is seen, tells, and is switched off, in %s', async (language) => {
  const { locale, seen, tells, not } = WORDS[language];
  const counter = await stage.api.createCounter();
  await visit(counter, true);

  const page = await stage.openSignedIn(`/counter/${counter}/settings`, { locale });
  const line = page.locator('.gp-switches > div').filter({ hasText: 'Tawk.to' });
  await line.getByText(seen).waitFor();
  await line.getByText(tells).waitFor();
  await line.getByText(not).waitFor();
  // One page has shown one chat: no other stands there.
  expect(await page.locator('.gp-switches > div').filter({ hasText: seen }).count()).toBe(1);
  const toggle = line.getByRole('switch');
  expect(await toggle.isChecked()).toBe(true);
  await toggle.click({ force: true });
  await expect
    .poll(async () => {
      const { body } = await stage.api.call<{ vendors: { id: string; on: boolean }[] }>(
        'GET',
        `/api/v1/counters/${counter}/vendors`,
      );
      return body.vendors.find(({ id }) => id === 'tawk')?.on;
    })
    .toBe(false);
  await visit(counter, false);
  expect(await goalOf(counter)).toBe(1);
  await page.reload();
  await line.getByText(seen).waitFor();
  expect(await toggle.isChecked()).toBe(false);
});
