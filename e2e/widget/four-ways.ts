/** The four ways into a conversation, as a visitor and an operator go them; each makes one goal. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newKey, type Operator } from '../../packages/server/test/chat-client.ts';
import { dialog, log, message, openChat, send, write } from './stage.ts';
import type { Whole } from './whole.ts';

export interface Scene {
  readonly counter: number;
  readonly page: Page;
  readonly phone: boolean;
  readonly operator: Operator | null;
}

export interface Way {
  readonly goal: string;
  readonly online: boolean;
  prepare?(counter: number): Promise<void>;
  play(scene: Scene): Promise<void>;
}

export const fourWays = (whole: Pick<Whole, 'addRule'>): Readonly<Record<string, Way>> => ({
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
});
