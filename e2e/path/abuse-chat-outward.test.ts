/** What leaves the chat for other systems, attacked. By what a webhook answers, by who asks for more, by who looks on. */
import type { WebhookDelivery } from '@goalpost/contract/chat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attend } from '../../packages/server/test/chat-client.ts';
import { receiveMail, type MailReceiver } from '../../packages/server/test/mail-receiver.ts';
import { startReceiver, type WebhookReceiver } from '../../packages/server/test/webhook-receiver.ts';
import { type ChatStage, openChatStage, readWhole, settled, talk } from './abuse-chat-tools.ts';

const SMTP_PASSWORD = 'smtp-secret-of-the-test';
const TEAM = 'team@secret-staff.example';

let stage: ChatStage;
let receiver: WebhookReceiver;
let mails: MailReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
  mails = await receiveMail({ login: { user: 'chat', password: SMTP_PASSWORD } });
  stage = await openChatStage({
    GOALPOST_WEBHOOKS_PRIVATE: '1',
    GOALPOST_SMTP_URL: `smtp://chat:${SMTP_PASSWORD}@127.0.0.1:${mails.port}`,
    GOALPOST_MAIL_FROM: 'chat@goalpost.example',
  });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  await receiver.close();
  await mails.close();
});

const chatOf = (id: number) => `/api/v1/counters/${id}/chat`;

async function addWebhook(id: number, events: string[]): Promise<{ id: string; secret: string }> {
  const asked = { webhook: { url: `${receiver.url}/${id}`, events } };
  const made = await stage.api.call<{ webhook: { id: string }; secret: string }>(
    'POST',
    `${chatOf(id)}/webhooks`,
    asked,
  );
  expect(made.status).toBe(200);
  return { id: made.body.webhook.id, secret: made.body.secret };
}

const ask = (id: number, webhookId: string) =>
  stage.api.call<{ delivery: WebhookDelivery }>('POST', `${chatOf(id)}/webhooks/${webhookId}/test`, {});

describe('the answer of a webhook', () => {
  it('is about the person of that conversation, whomever it names, and says nothing else of them', async () => {
    const [mine, theirs] = [await stage.newCounter(), await stage.newCounter()];
    const [person, colleague, stranger] = [
      await talk(stage.url, mine),
      await talk(stage.url, mine),
      await talk(stage.url, theirs),
    ];
    const others = () =>
      Promise.all([
        readWhole(stage, mine, colleague.conversationId),
        readWhole(stage, theirs, stranger.conversationId),
      ]);
    const before = await others();
    const { id } = await addWebhook(mine, ['chat_updated']);
    receiver.answer = (_request, response) =>
      response.end(
        `{"result":"ok","chat_id":"${stranger.conversationId}","widget_id":"${theirs}",
          "visitor":{"id":"${colleague.visitor}"},"__proto__":{"polluted":true},
          "contact_info":{"email":"vip@example.com","blocked":true,"id":"x","visitor":"1","__proto__":{"name":"Eve"},
            "phone":{"$ne":""},"name":["Eve"],"constructor":{"prototype":{"polluted":true}}},
          "custom_data":[{"title":"CRM","content":"<b>7</b>","link":"javascript:alert(1)"},{"content":7},null]}`,
      );
    person.tab.send({ type: 'contact', contact: { description: 'Changed' } });
    await receiver.next(({ path }) => path === `/${mine}`);
    const whole = () => readWhole(stage, mine, person.conversationId);
    await expect.poll(async () => (await whole()).conversation.contact.email).toBe('vip@example.com');
    const { conversation } = await whole();
    expect(conversation.contact).toEqual({ description: 'Changed', email: 'vip@example.com' });
    expect(conversation.blocked).toBe(false);
    expect(conversation.custom).toEqual([{ title: 'CRM', content: '<b>7</b>' }]);
    expect(await others()).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();

    // A test is about no one.
    receiver.answer = (_request, response) =>
      response.end(JSON.stringify({ result: 'ok', contact_info: { email: 'test@example.com' } }));
    await ask(mine, id);
    await receiver.next(({ body }) => body.event_name === 'test');
    await settled(person.tab);
    expect((await whole()).conversation.contact.email).toBe('vip@example.com');
    receiver.answer = (_request, response) => response.end('ok');
    await Promise.all([person, colleague, stranger].map(({ tab }) => tab.close()));
  });
});

it('nobody makes the server knock at an address more than sixty times a minute', async () => {
  const mine = await stage.newCounter();
  const { id } = await addWebhook(mine, ['chat_finished']);
  const answers = await Promise.all(Array.from({ length: 70 }, () => ask(mine, id)));
  const refused = answers.filter(({ status }) => status === 429);
  // Other tests of this account may have been just before.
  expect(refused.length).toBeGreaterThanOrEqual(10);
  const sent = answers.find(({ status }) => status === 200)?.body.delivery.id ?? '';
  const again = await stage.api.call('POST', `${chatOf(mine)}/deliveries/${sent}/resend`, {});
  expect(again.status).toBe(429);
});

const textAt = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await fetch(`${stage.url}${path}`, { headers })).text();

describe('secrets', () => {
  it('are in nothing that somebody who looks on, or nobody, is told', async () => {
    const mail = { team: TEAM, answerAfter: 10, language: 'en' };
    const mine = await stage.newCounter({}, { mail });
    const { secret } = await addWebhook(mine, ['chat_accepted']);
    const looker = await stage.account('looker');
    await stage.grant(mine, looker.id, 'view');
    const document = await looker.api.call<{ paths: Record<string, Record<string, unknown>> }>(
      'GET',
      '/api/openapi.json',
    );
    const paths = Object.entries(document.body.paths)
      .filter(([path, methods]) => path.includes('{counterId}') && 'get' in methods)
      .map(([path]) => path.replace('{counterId}', String(mine)));
    expect(paths).toContain(`${chatOf(mine)}/funnel`);
    for (const path of paths) {
      const told = await textAt(path, { authorization: `OAuth ${looker.token}` });
      expect([path, told]).not.toEqual([path, expect.stringMatching(`${secret}|${SMTP_PASSWORD}|whsec_`)]);
      const page = await textAt(path);
      expect([path, page]).not.toEqual([
        path,
        expect.stringMatching(`${secret}|${SMTP_PASSWORD}|secret-staff`),
      ]);
    }
    const { console } = await attend(stage.url, looker.token);
    expect(JSON.stringify(console.events)).not.toMatch(new RegExp(`${secret}|${SMTP_PASSWORD}`));
    await console.close();
    const tried = await stage.api.call('POST', `${chatOf(mine)}/mail/test`);
    expect(tried.body).toMatchObject({ sent: true, to: TEAM });
    expect(JSON.stringify(tried.body) + stage.logged()).not.toMatch(new RegExp(`${secret}|${SMTP_PASSWORD}`));
  });
});

describe('settings', () => {
  it.each([
    'a@b.example\r\nBcc: all@b.example',
    'a@b.example, c@d.example',
    'Team <a@b.example>',
    'a@b.example\u0000',
    '@',
  ])('%j is no team’s address', async (team) => {
    const settings = { enabled: true, mail: { team } };
    const answer = await stage.api.call('PUT', `${chatOf(stage.counter)}/settings`, { settings });
    expect(answer.status).toBe(400);
  });
});

describe('the funnel', () => {
  it.each([
    ['date1', "2026-01-01' OR 1=1 --"],
    ['date1', 'today) UNION ALL SELECT * FROM visits --'],
    ['date2', '2026-13-45'],
    ['date2', '{date:String}'],
  ])('%s=%s is no day', async (name, value) => {
    const path = `${chatOf(stage.counter)}/funnel?${new URLSearchParams({ [name]: value })}`;
    expect((await stage.api.call('GET', path)).status).toBe(400);
  });

  it('is of its own counter, whatever else is asked for', async () => {
    const other = await stage.newCounter();
    const stranger = await stage.account('of-another');
    await stage.grant(other, stranger.id, 'view');
    const path = (id: number) => `${chatOf(id)}/funnel?ids=${stage.counter}&counterId=${stage.counter}`;
    expect((await stranger.api.call('GET', path(stage.counter))).status).toBe(403);
    const { tab } = await talk(stage.url, stage.counter);
    // Another counter in the query is refused, not left aside.
    expect((await stranger.api.call('GET', path(other))).status).toBe(400);
    const { status, body } = await stranger.api.call('GET', `${chatOf(other)}/funnel`);
    expect([status, body]).toEqual([200, expect.objectContaining({ conversations: 0, visitors: 0 })]);
    await tab.close();
  });
});
