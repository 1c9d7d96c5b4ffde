/** What the documentation shows to those who write pages works as it stands there. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { dialog, log, setStage, write } from './stage.ts';

const stage = setStage();
const RULE = { conditions: [{ on: 'time_on_page', seconds: 0 }], texts: ['From the page'] };

it('every example runs', async () => {
  const text = await readFile(new URL('../../docs/page.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
  expect(examples.length).toBeGreaterThan(1);
  const page = await stage.open();
  const said: string[] = [];
  page.on('console', (one) => said.push(one.text()));
  await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
  for (const code of examples) await page.evaluate(code);
  await dialog(page).waitFor();
  expect((await stage.server.wait('attributes'))[0]?.attributes).toEqual({ plan: 'Gold', logins: 12 });
  stage.server.nextEvent = 'Jivo_Client_initiate_chat';
  await write(page, 'Hi');
  await expect.poll(() => said).toEqual(['visitor Hi', 'wrote first']);
});

it('rules of the page are decided by what the page knows', async () => {
  const page = await stage.open();
  await page.waitForFunction('jivo_api.getContactInfo().client_name === null');
  const set = (...rules: readonly object[]) =>
    page.evaluate(`jivo_api.setRules(${JSON.stringify(rules)}).result`);
  for (const on of ['source', 'utm', 'visit_number', 'country', 'goal'])
    expect(await set({ ...RULE, conditions: [{ on }] }), on).toBe('fail');
  expect(await set({ ...RULE, enabled: false, texts: ['Never'] })).toBe('ok');
  expect(await dialog(page).count()).toBe(0);
  expect(await set({ ...RULE, enabled: true, texts: ['Second', 'Third'] }, { ...RULE, priority: 5 })).toBe(
    'ok',
  );
  await log(page).getByText('From the page').waitFor();
});
