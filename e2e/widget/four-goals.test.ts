/** The product's main job from end to end: a visitor's browser, an operator, and the Conversions report. */
import { describe, expect, it } from 'vitest';
import { attend, untilOffline } from '../../packages/server/test/chat-client.ts';
import { fourWays } from './four-ways.ts';
import { openChat } from './stage.ts';
import { setWhole } from './whole.ts';

const whole = setWhole();

describe.each([
  ['desktop', false],
  ['phone', true],
])('on a %s', (_device, phone) => {
  describe.each([
    ['with the tag', true],
    ['with the tag blocked', false],
  ])('%s', (_tag, hasTag) => {
    it.each(Object.entries(fourWays(whole)))('%s', async (_name, { goal, online, prepare, play }) => {
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
