/** Invitations on the page: when they fire, how often, what is said of them [C42–C44], and the phone's tap [C25]. */
import type { RuleForPage } from '@goalpost/contract/chat';
import { describe, expect, it } from 'vitest';
import { hasFocus } from '../browser.ts';
import { closeChat, dialog, log, message, openChat, PHONE, send, setStage, write } from './stage.ts';

// What the browser itself says of a connection that fails.
const stage = setStage(/WebSocket connection/);

const RULE: RuleForPage = {
  id: 'rule-1',
  priority: 1,
  join: 'all',
  conditions: [{ on: 'time_on_page', seconds: 0 }],
  frequency: 'visit',
  action: 'message',
  author: 'Anna',
  text: 'Can I help you?',
  variant: 0,
  control: false,
};
const events = () =>
  stage.server.frames
    .filter((frame) => frame.type === 'invitation')
    .map(({ event, ruleId }) => [event, ruleId]);

describe('a rule that fires', () => {
  it('[C44] opens the window with its text, takes no focus, is shown, seen, and closed', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open({ body: '<input id="mine" autofocus>' });
    await page.locator('#mine').focus();
    await log(page).getByText('Can I help you?').waitFor();
    await log(page).getByText('Anna').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('mine');
    await stage.server.wait('invitation', 2);
    await closeChat(page).click();
    await stage.server.wait('invitation', 3);
    expect(events()).toEqual([
      ['shown', 'rule-1'],
      ['seen', 'rule-1'],
      ['closed', 'rule-1'],
    ]);
  });

  it('fires once a visit, also on its next pages', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open();
    await stage.server.wait('invitation');
    await closeChat(page).click();
    await stage.open({ path: '/next', page });
    await page.clock.install();
    await stage.open({ path: '/more', page });
    await openChat(page).waitFor();
    await page.clock.runFor(10_000);
    expect(events().filter(([event]) => event === 'shown')).toHaveLength(1);
  });

  it('[C43] shows the control group nothing, and says so', async () => {
    stage.server.rules = [{ ...RULE, control: true }];
    const page = await stage.open();
    await stage.server.wait('invitation');
    expect(events()).toEqual([['held', 'rule-1']]);
    expect(await dialog(page).count()).toBe(0);
  });

  it('[C42] waits while a conversation is open or its window is; the highest priority goes first', async () => {
    stage.server.rules = [RULE, { ...RULE, id: 'rule-2', priority: 5, text: 'The better one' }];
    const page = await stage.newPage();
    await page.clock.install();
    await stage.open({ page });
    await log(page).getByText('The better one').waitFor();
    await write(page, 'Yes');
    await log(page).getByText('Sent', { exact: true }).waitFor();
    await closeChat(page).click();
    await page.clock.runFor(10_000);
    expect(events().filter(([event]) => event === 'shown')).toEqual([['shown', 'rule-2']]);
  });

  it('hides the widget where that is what it does', async () => {
    stage.server.rules = [
      { ...RULE, action: 'hide', conditions: [{ on: 'page_url', op: 'contains', value: '/secret' }] },
    ];
    const page = await stage.open({ path: '/secret' });
    await openChat(page).waitFor({ state: 'hidden' });
    await stage.open({ path: '/open', page });
    await openChat(page).waitFor();
  });

  it('when the pointer leaves', async () => {
    stage.server.rules = [{ ...RULE, conditions: [{ on: 'exit_intent' }] }];
    const page = await stage.open();
    expect(await dialog(page).count()).toBe(0);
    await page.evaluate(
      `document.documentElement.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY: -1, relatedTarget: null }))`,
    );
    await log(page).getByText('Can I help you?').waitFor();
  });

  it('when something is in the cart, also on the next page', async () => {
    stage.server.rules = [{ ...RULE, conditions: [{ on: 'cart', filled: true }], frequency: 'day' }];
    const page = await stage.open({ head: '<script>dataLayer = []</script>' });
    expect(await dialog(page).count()).toBe(0);
    await page.evaluate(`dataLayer.push({ ecommerce: { add: { products: [{ id: '1', quantity: 1 }] } } })`);
    await log(page).getByText('Can I help you?').waitFor();
    await closeChat(page).click();
    stage.server.rules = [
      { ...RULE, id: 'other', conditions: [{ on: 'cart', filled: true }], text: 'Still there?' },
    ];
    await stage.open({ page });
    await log(page).getByText('Still there?').waitFor();
  });

  it('when the page is scrolled so far', async () => {
    stage.server.rules = [{ ...RULE, conditions: [{ on: 'scroll', percent: 80 }] }];
    const page = await stage.open({ body: '<div style="height:4000px"></div>' });
    await page.evaluate('scrollTo(0, 3500)');
    await log(page).getByText('Can I help you?').waitFor();
  });
});

describe('on a phone', () => {
  it('[C25] a card stands beside the button; the tap opens the window and is told once', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open({ context: PHONE });
    await log(page).getByText('Can I help you?').waitFor();
    await openChat(page).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await stage.server.wait('invitation', 2);
    await closeChat(page).click();
    await openChat(page).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(events().filter(([event]) => event === 'tapped')).toEqual([['tapped', 'rule-1']]);
  });

  it('[C22] the card takes the answer, whoever writes it: no tap is told, and none after it', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open({ context: PHONE });
    await dialog(page).getByText('Can I help you?').waitFor();
    const box = await message(page).boundingBox();
    expect(Math.min(box?.height ?? 0, (await send(page).boundingBox())?.height ?? 0)).toBeGreaterThanOrEqual(
      44,
    );
    expect(await message(page).evaluate((input) => getComputedStyle(input).fontSize)).toBe('16px');
    await message(page).fill('Yes please');
    await send(page).click();
    expect((await stage.server.wait('message'))[0]?.text).toBe('Yes please');
    await log(page).getByText('Yes please').waitFor();
    await log(page).getByText('Sent', { exact: true }).waitFor();
    expect(await message(page).inputValue()).toBe('');
    await closeChat(page).click();
    await openChat(page).click();
    await closeChat(page).click();
    await stage.server.wait('window', 4);
    expect(events().map(([event]) => event)).not.toContain('tapped');
  });

  it('[C22] an answer that waits for the network is overtaken by nothing that is said of the invitation', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open({ context: PHONE });
    await dialog(page).getByText('Can I help you?').waitFor();
    stage.server.down = true;
    stage.server.cut();
    await message(page).fill('Yes please');
    await message(page).press('Enter');
    await log(page).getByText('Waiting to be sent').waitFor();
    await closeChat(page).click();
    await openChat(page).click();
    stage.server.down = false;
    await page.evaluate("dispatchEvent(new Event('online'))");
    await stage.server.wait('message');
    expect(events().map(([event]) => event)).not.toContain('tapped');
    expect(events().map(([event]) => event)).not.toContain('closed');
  });

  it('a tap on the card’s text box goes on in the window, with what was begun; it is no answer yet', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open({ context: PHONE });
    await dialog(page).getByText('Can I help you?').waitFor();
    await message(page).pressSequentially('Yes');
    await message(page).tap();
    await page.locator('goalpost-chat .win').waitFor();
    expect(await dialog(page).count()).toBe(1);
    await hasFocus(message(page));
    await page.keyboard.type(' please');
    expect(await message(page).inputValue()).toBe('Yes please');
    await log(page).getByText('Can I help you?').waitFor();
    expect(events().map(([event]) => event)).not.toContain('tapped');
    await send(page).tap();
    expect((await stage.server.wait('message'))[0]?.text).toBe('Yes please');
  });

  it('[C21] an operator who writes first can be answered in the card', async () => {
    const page = await stage.open({ context: PHONE });
    await openChat(page).waitFor();
    stage.server.says('Hello there');
    await dialog(page).getByText('Hello there').waitFor();
    await message(page).fill('Hi');
    await send(page).click();
    expect((await stage.server.wait('message'))[0]?.text).toBe('Hi');
    await log(page).getByText('Hello there').waitFor();
    await log(page).getByText('Hi', { exact: true }).waitFor();
  });

  it('[C25] the card can be put away; the tap on the button counts after it', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open({ context: PHONE });
    // It is told as seen a moment after it stands there.
    await stage.server.wait('invitation', 2);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await openChat(page).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    await stage.server.wait('invitation', 4);
    expect(events().map(([event]) => event)).toEqual(['shown', 'seen', 'closed', 'tapped']);
  });

  it('[C83] the card shows the newest words', async () => {
    stage.server.rules = [RULE];
    const page = await stage.open({ context: PHONE });
    await dialog(page).getByText('Can I help you?').waitFor();
    // As the server tells it of an operator who writes over an invitation.
    stage.server.says('Can I help you?', 'invitation');
    stage.server.says('I see what is in stock');
    await dialog(page).getByText('I see what is in stock').waitFor();
    await openChat(page).tap();
    await log(page).getByText('Can I help you?').waitFor();
    expect(await log(page).getByText('Can I help you?').count()).toBe(1);
    await stage.server.wait('invitation', 2);
    expect(events().map(([event]) => event)).toContain('tapped');
  });

  it('the window fills the screen, and leaves with its button', async () => {
    const page = await stage.open({ context: { ...PHONE, reducedMotion: 'reduce' } });
    await openChat(page).click();
    const box = await dialog(page).boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await dialog(page).getAttribute('aria-modal')).toBe('true');
    await closeChat(page).click();
    await dialog(page).waitFor({ state: 'hidden' });
  });
});

describe('a rule that opens the form', () => {
  const FORM: RuleForPage = { ...RULE, action: 'offline_form', text: 'Tell us what you need' };

  it('shows it under its text while somebody is there, and leaves what is written there', async () => {
    stage.server.rules = [FORM];
    const page = await stage.open();
    await log(page).getByText('Tell us what you need').waitFor();
    await dialog(page).getByText('We are online').waitFor();
    expect(await dialog(page).getByText('Nobody is here. Leave a message.').count()).toBe(0);
    await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
    await message(page).fill('A red one');
    await send(page).click();
    const [frame] = await stage.server.wait('offline');
    expect(frame).toMatchObject({ text: 'A red one', contact: { email: 'ann@example.com' } });
    await log(page).getByText('Sent', { exact: true }).waitFor();
    await dialog(page).getByText('Thank you!', { exact: true }).waitFor();
    expect(events()[0]).toEqual(['shown', 'rule-1']);
    await write(page, 'In size 42');
    expect((await stage.server.wait('message'))[0]?.text).toBe('In size 42');
  });

  it('[C24] on a phone while nobody is there: the tap opens it, and is no answer', async () => {
    stage.server.rules = [FORM];
    stage.server.online = false;
    const page = await stage.open({ context: PHONE });
    await dialog(page).getByText('Tell us what you need').waitFor();
    await openChat(page).tap();
    await dialog(page).getByText('Nobody is here. Leave a message.').waitFor();
    await log(page).getByText('Tell us what you need').waitFor();
    await message(page).fill('A red one');
    await send(page).tap();
    await stage.server.wait('offline');
    expect(events().map(([event]) => event)).not.toContain('tapped');
  });

  it('also on a phone, with what was begun in the card; closed, it is the chat again', async () => {
    stage.server.rules = [FORM];
    const page = await stage.open({ context: PHONE });
    await log(page).getByText('Tell us what you need').waitFor();
    await message(page).fill('A red one');
    await send(page).click();
    await dialog(page).getByRole('textbox', { name: 'E-mail' }).waitFor();
    expect(await message(page).inputValue()).toBe('A red one');
    expect(stage.server.frames.some(({ type }) => type === 'message' || type === 'offline')).toBe(false);
    await closeChat(page).click();
    await openChat(page).click();
    await page.getByRole('button', { name: 'Attach a file' }).waitFor();
    expect(await message(page).inputValue()).toBe('A red one');
  });
});

it('[C21] an operator who writes first opens the window', async () => {
  const page = await stage.open();
  await openChat(page).waitFor();
  stage.server.says('Hello there');
  await log(page).getByText('Hello there').waitFor();
  await write(page, 'Hi');
});
