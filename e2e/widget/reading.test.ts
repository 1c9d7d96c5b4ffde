/** What the visitor has read, and what they say of it afterwards: ticks, scrolling, the rating. */
import { describe, expect, it } from 'vitest';
import { log, openChat, setStage, write } from './stage.ts';

const stage = setStage();

describe('the rating', () => {
  it('is asked for when the conversation is closed, with a comment', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    stage.server.tell({ type: 'closed' });
    await page.getByRole('button', { name: '4 of 5' }).click();
    // Anyone who leaves now has rated.
    expect((await stage.server.wait('rate'))[0]).toMatchObject({ rating: 4, comment: '' });
    await page.getByRole('textbox', { name: 'What could we do better?' }).fill(' Answer sooner ');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Thank you!').waitFor();
    expect((await stage.server.wait('rate', 2)).at(-1)).toMatchObject({
      rating: 4,
      comment: 'Answer sooner',
    });
    expect(
      await page.evaluate('document.querySelector("goalpost-chat").shadowRoot.activeElement.ariaLabel'),
    ).toBe('Message');
    await write(page, 'One more thing');
    await page.getByText('Thank you!').waitFor({ state: 'hidden' });
  });

  it('another star is another rating, and no comment is needed', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    stage.server.tell({ type: 'closed' });
    for (const name of ['2 of 5', '5 of 5', '5 of 5']) await page.getByRole('button', { name }).click();
    expect(await page.getByRole('button', { name: '5 of 5' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Thank you!').waitFor();
    await write(page, 'New');
    await stage.server.wait('message', 2);
    const rates = stage.server.frames.filter((frame) => frame.type === 'rate');
    expect(rates.map(({ rating, comment }) => [rating, comment])).toEqual([
      [2, ''],
      [5, ''],
    ]);
  });
});

describe('the log', () => {
  it('an answer says that what was before it was read, also on the next page', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'One');
    stage.server.says('Hello');
    await log(page).getByText('Hello', { exact: true }).waitFor();
    await write(page, 'Two');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    expect(await log(page).getByText('Read', { exact: true }).count()).toBe(1);
    stage.server.tell({ type: 'read', seq: 3 });
    await log(page).getByText('Read', { exact: true }).nth(1).waitFor();
    await stage.open({ path: '/next', page });
    await log(page).getByText('Read', { exact: true }).nth(1).waitFor();
  });

  it('says on return what was read meanwhile, and the server hears that the visit goes on', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'One');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    await page.goto('about:blank');
    stage.server.readByOperator = 1;
    await stage.open({ path: '/next', page });
    await log(page).getByText('Read', { exact: true }).waitFor();
    const [first, second] = await stage.server.wait('hello', 2);
    expect([first?.visit?.pages, second?.visit?.pages]).toEqual([1, 2]);
    expect(second?.visit?.age).toBeGreaterThan(first?.visit?.age ?? Infinity);
  });

  it('stays at its end when something comes, unless the visitor reads what was before', async () => {
    const page = await stage.open();
    await openChat(page).click();
    for (let count = 1; count <= 30; count++) stage.server.says(`Line ${count}`);
    const last = log(page).getByText('Line 30', { exact: true });
    await last.waitFor();
    const fromEnd = () =>
      log(page).evaluate(
        ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
      );
    expect(await fromEnd()).toBeLessThan(2);
    await log(page).evaluate(
      (element) =>
        new Promise((done) => {
          element.addEventListener('scroll', done, { once: true });
          element.scrollTop = 0;
        }),
    );
    stage.server.says('Line 31');
    await log(page).getByText('Line 31', { exact: true }).waitFor();
    expect(await log(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    await write(page, 'Mine');
    expect(await fromEnd()).toBeLessThan(2);
  });

  it('the question stays where it was asked, and still while it is being answered', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await write(page, 'Hi');
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.pressSequentially('An');
    const place = await name.boundingBox();
    for (let count = 1; count <= 8; count++) stage.server.says(`Line ${count}`);
    await log(page).getByText('Line 8', { exact: true }).waitFor();
    await page.keyboard.type('n');
    expect(await name.inputValue()).toBe('Ann');
    expect(await name.boundingBox()).toEqual(place);
    await write(page, 'Next');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    const order = await log(page).locator('> :not([hidden])').allInnerTexts();
    const asked = order.findIndex((text) => text.includes('How may we reach you'));
    expect(order.slice(0, asked).join()).toContain('Hi');
    expect(order.slice(asked + 1).join()).toMatch(/Line 1\b.*Line 8.*Next/s);
  });

  it('says sizes of files by unit and language', async () => {
    stage.server.settings = { ...stage.server.settings, language: 'ru' };
    const page = await stage.open({ lang: 'ru', context: { locale: 'ru-RU' } });
    await page.getByRole('button', { name: 'Открыть чат' }).click();
    for (const [index, bytes] of [44, 2_300, 1_600_000].entries()) {
      const file = { id: `file-${index}`, name: `${index}.pdf`, type: 'application/pdf', bytes };
      stage.server.says('', 'operator', file);
    }
    await page.getByText('1,5 МБ').waitFor();
    expect(await page.getByRole('log').locator('.file small').allTextContents()).toEqual([
      '44 Б',
      '2 КБ',
      '1,5 МБ',
    ]);
  });

  it('keeps the greeting above what it was answered with, also on the next page', async () => {
    const page = await stage.open();
    await openChat(page).click();
    await log(page).getByText('Hello! How can we help?').waitFor();
    await write(page, 'Hi');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    const said = () => log(page).locator('.msg p').allTextContents();
    expect(await said()).toEqual(['Hello! How can we help?', 'Hi']);
    await stage.open({ path: '/next', page });
    await log(page).getByText('Hi', { exact: true }).waitFor();
    expect(await said()).toEqual(['Hello! How can we help?', 'Hi']);
    await page.evaluate('jivo_api.clearHistory()');
    await log(page).getByText('Hi', { exact: true }).waitFor({ state: 'detached' });
    expect(await said()).toEqual(['Hello! How can we help?']);
  });
});
