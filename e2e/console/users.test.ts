import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasFocus } from '../browser.ts';
import { createConsoleStage, guest, ready, type ConsoleStage } from './stage.ts';

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await createConsoleStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('updates rows in place, moves nothing under the pointer, and filters', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/chat/users`);
  await ready(page);
  const anna = await guest(stage, counter, { url: 'https://shop.example/anna' });
  await page.getByRole('row', { name: /\/anna/ }).waitFor();
  const boris = await guest(stage, counter, { url: 'https://shop.example/boris' });
  await page.getByRole('row', { name: /\/boris/ }).waitFor();
  const paths = async (): Promise<string[]> => {
    const rows = await page.getByRole('row').allTextContents();
    return rows.slice(1).map((text) => /\/[a-z]+/.exec(text)?.[0] ?? '');
  };
  expect(await paths()).toEqual(['/boris', '/anna']);

  await page.getByRole('row', { name: /\/anna/ }).hover();
  await guest(stage, counter, { url: 'https://shop.example/clara' });
  await page.getByRole('row', { name: /\/clara/ }).waitFor();
  expect(await paths()).toEqual(['/boris', '/anna', '/clara']);
  anna.tab.send({ type: 'page', page: { url: 'https://shop.example/cart', title: 'Cart', referrer: '' } });
  await page.getByRole('row', { name: /\/cart/ }).waitFor();
  expect(await paths()).toEqual(['/boris', '/cart', '/clara']);
  await page.mouse.move(5, 5);
  await page.waitForFunction(() =>
    document.querySelectorAll('[role=row]')[1]?.textContent.includes('/clara'),
  );

  await boris.tab.close();
  await page
    .getByRole('row', { name: /\/boris/ })
    .getByText('left')
    .waitFor();

  // Also while the pointer rests on the list.
  await page.getByRole('row', { name: /\/cart/ }).hover();
  await page.keyboard.press('/');
  await hasFocus(page.getByRole('searchbox', { name: 'Filter' }));
  await page.keyboard.type('cart');
  await page.getByText('1 of 3 people').waitFor();
  expect(await paths()).toEqual(['/cart']);
  expect(new URL(page.url()).searchParams.get('find')).toBe('cart');
});

it('names those who are known, says what brought them, and sorts by a column’s head', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/chat/users`);
  await ready(page);
  const anna = await guest(stage, counter, {
    url: 'https://shop.example/anna',
    referrer: 'https://www.google.com/',
  });
  anna.tab.send({ type: 'contact', contact: { name: 'Anna Petrova' } });
  const row = page.getByRole('row', { name: /Anna Petrova/ });
  await row.getByRole('cell', { name: /^Google Search engines$/ }).waitFor();
  const boris = await guest(stage, counter, { url: 'https://shop.example/boris' });
  for (const url of ['https://shop.example/b2', 'https://shop.example/b3'])
    boris.tab.send({ type: 'page', page: { url, title: 'Shop', referrer: '' } });
  await page.getByRole('row', { name: /\/b3/ }).waitFor();
  const first = () => page.getByRole('row').nth(1).textContent();
  expect(await first()).toContain('/b3');
  const head = page.getByRole('columnheader', { name: 'Pages' });
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await first()).toContain('/b3');
  await head.getByRole('button').click();
  expect([await head.getAttribute('aria-sort'), await first()]).toEqual([
    'ascending',
    expect.stringContaining('/anna'),
  ]);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('pages');
  await page.context().close();
});

it('keeps to those who were not spoken to yet, or are in a conversation', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/chat/users`);
  await ready(page);
  const anna = await guest(stage, counter, { url: 'https://shop.example/anna' });
  await guest(stage, counter, { url: 'https://shop.example/boris' });
  await anna.write('Hello');
  await page
    .getByRole('row', { name: /\/anna/ })
    .getByText('In a conversation')
    .waitFor();
  const show = page.getByRole('radiogroup', { name: 'Show' });
  await show.getByText('Not addressed').click();
  await page.getByText('1 of 2 people').waitFor();
  await page.getByRole('row', { name: /\/boris/ }).waitFor();
  await show.getByText('In a conversation').click();
  await page.getByRole('row', { name: /\/anna/ }).waitFor();
  await page.getByRole('row', { name: /\/boris/ }).waitFor({ state: 'detached' });
  await show.getByText('Invited').click();
  await page.getByText('Nobody on the site fits this filter.').waitFor();
  await page.getByRole('button', { name: 'Show everyone' }).click();
  await page.getByText('2 people on the site now').waitFor();
});

it('draws of a long list only what is on screen', async () => {
  const counter = await stage.counter();
  const page = await stage.open(`/counter/${counter}/chat/users`);
  await ready(page);
  const crowd = 300;
  for (let batch = 0; batch < crowd / 50; batch++)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        guest(stage, counter, { url: `https://shop.example/p${batch * 50 + index}` }),
      ),
    );
  await page.getByText(`${crowd} people on the site now`).waitFor();
  await expect.poll(() => page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(crowd + 1));
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.getByRole('table').evaluate((table) => {
    table.scrollTop = table.scrollHeight;
  });
  await page.locator(`[aria-rowindex="${crowd + 1}"]`).waitFor();
});
