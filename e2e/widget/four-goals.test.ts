/** The product's main job from end to end: a visitor's browser, an operator, and the Conversions report. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { attend, newKey, untilOffline, type Operator } from '../../packages/server/test/chat-client.ts';
import { dialog, log, message, openChat, send, write } from './stage.ts';
import { setWhole } from './whole.ts';

const whole = setWhole();

interface Scene {
  readonly counter: number;
  readonly page: Page;
  readonly phone: boolean;
  readonly operator: Operator | null;
}

interface Way {
  readonly goal: string;
  readonly online: boolean;
  prepare?(counter: number): Promise<void>;
  play(scene: Scene): Promise<void>;
}

const WAYS: Readonly<Record<string, Way>> = {
  '[S5, C23] the visitor writes first': {
    goal: 'Jivo auto-goal: customer opened chat',
    online: true,
    async play({ page, operator }) {
      await openChat(page).click();
      await write(page, 'Are these in stock?');
      const asked = await operator?.next('message');
      expect(asked?.message).toMatchObject({ kind: 'visitor', text: 'Are these in stock?' });
      operator?.send({
        type: 'message',
        conversationId: asked?.message.conversationId ?? '',
        key: newKey(),
        text: 'They are.',
        fileId: null,
      });
      await log(page).getByText('They are.').waitFor();
      await write(page, 'Thanks');
      await log(page).getByText('Waiting to be sent').waitFor({ state: 'detached' });
      await page
        .locator('goalpost-chat input[type=file]')
        .setInputFiles({ name: 'size 42.txt', mimeType: 'text/plain', buffer: Buffer.from('Size 42') });
      const link = log(page).getByRole('link', { name: 'size 42.txt' });
      await link.waitFor();
      const file = await fetch((await link.getAttribute('href')) ?? '');
      expect(await file.text()).toBe('Size 42');
    },
  },
  '[S6, C22, C25] the visitor answers an invitation': {
    goal: 'Jivo auto-goal: auto-invite to chat',
    online: true,
    async prepare(counter) {
      await whole.addRule(counter, { texts: ['Can I help you?'] });
    },
    async play({ page, phone }) {
      await log(page).getByText('Can I help you?').waitFor();
      expect(await dialog(page).count()).toBe(1);
      // On a phone the tap alone counts [C25].
      if (phone) await openChat(page).click();
      await message(page).fill('Yes please');
      await send(page).click();
      await log(page).getByText('Sent', { exact: true }).waitFor();
      await log(page).getByText('Can I help you?').waitFor();
    },
  },
  '[S7, C21] an operator writes first, and the visitor answers': {
    goal: 'Jivo auto-goal: manual invitation to chat',
    online: true,
    async play({ counter, page, phone, operator }) {
      const here = await operator?.next(
        'people',
        (news) => news.counterId === counter && news.changed.length > 0,
      );
      const visitor = here?.changed[0]?.visitor ?? '';
      operator?.send({ type: 'invite', counterId: counter, visitor, key: newKey(), text: 'Hello there' });
      await log(page).getByText('Hello there').waitFor();
      if (phone) await openChat(page).click();
      await write(page, 'I am here');
      await log(page).getByText('Sent', { exact: true }).waitFor();
    },
  },
  '[S8, C24] the visitor leaves a message while nobody is there': {
    goal: 'Jivo auto-goal: offline message',
    online: false,
    async play({ page }) {
      await openChat(page).click();
      await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Ann');
      await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('ann@example.com');
      await message(page).fill('Please call');
      await send(page).click();
      await log(page).getByText('Sent', { exact: true }).waitFor();
    },
  },
};

describe.each([
  ['desktop', false],
  ['phone', true],
])('on a %s', (_device, phone) => {
  describe.each([
    ['with the tag', true],
    ['with the tag blocked', false],
  ])('%s', (_tag, hasTag) => {
    it.each(Object.entries(WAYS))('%s', async (_name, { goal, online, prepare, play }) => {
      const counter = await whole.counterWithChat();
      await prepare?.(counter);
      const operator = online ? (await attend(whole.server.url, whole.server.token)).console : null;
      if (!online) await untilOffline(whole.server.url, counter);
      const context = await whole.visitor(phone, hasTag);
      const errors: string[] = [];
      try {
        const page = await context.newPage();
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.goto(`${whole.pageOf(counter)}&utm_source=newsletter&utm_medium=email&utm_campaign=may`);
        await openChat(page).waitFor();
        await play({ counter, page, phone, operator });
      } finally {
        await context.close();
        await operator?.close();
      }
      await whole.server.flushed();

      expect(await whole.reached(counter)).toEqual({ [goal]: [1, 1, 1] });
      const [made] = await whole.api.goals(counter);
      const { data } = await whole.api.stat(counter, {
        dimensions: 'ym:s:lastTrafficSource,ym:s:lastUTMSource,ym:s:lastUTMCampaign',
        metrics: `ym:s:visits,ym:s:goal${made?.id}reaches`,
      });
      expect(
        data.map(({ dimensions, metrics }) => [...dimensions.map(({ id, name }) => id ?? name), ...metrics]),
      ).toEqual([['email', 'newsletter', 'may', 1, 1]]);
      expect(errors).toEqual([]);
    });
  });
});
