/** The record of processing of a counter follows its settings, and names all who get something of people. */
import type { GrantedRole, ProcessingRecord } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi, type Api } from '../../../e2e/path/api.ts';
import { letIn, ownerOf, someone } from './access/people.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let api: Api;
let id: number;
beforeAll(async () => {
  server = await startServer({
    environment: { GOALPOST_SMTP_URL: 'smtp://mail.example:25', GOALPOST_MAIL_FROM: 'chat@shop.example' },
  });
  api = createApi(server.url, server.token);
  id = await api.createCounter();
});
afterAll(() => server.close());

async function record(): Promise<ProcessingRecord> {
  const path = `/api/v1/counters/${id}/processing-record`;
  const { status, body } = await api.call<{ record: ProcessingRecord }>('GET', path);
  expect(status).toBe(200);
  return body.record;
}

async function set(method: string, path: string, body: object): Promise<void> {
  const answer = await api.call(method, path, body);
  expect([path, answer.status, answer.body]).toMatchObject([path, 200, {}]);
}

it('[P29, P30] as it comes: nothing but letters leaves the machine, and all is kept until it is purged', async () => {
  const made = await record();
  expect(made.leaves).toEqual([{ what: 'letters', to: 'mail.example' }]);
  expect(made.comes_in).toEqual([]);
  expect(made.kept.map(({ keep }) => keep)).toEqual([null, null, null, null, null, null]);
  expect(made.people).toEqual([{ login: server.owner.email, role: 'own' }]);
  expect(made).toMatchObject({
    counter: { id },
    shared_links: 0,
    masking: true,
    consent: { mode: 'cookies', countries: [] },
    chat: false,
    cities: false,
  });
});

it('[P29, P30], [P35] says what each setting of the counter changes, at once and without secrets', async () => {
  const base = `/api/v1/counters/${id}`;
  await set('PUT', `${base}/retention`, { retention: { hits: { keep: 14, unit: 'month' } } });
  await set('PUT', `/management/v1/counter/${id}`, {
    counter: {
      masking: { on: false },
      consent: { mode: 'ask', countries: ['DE', 'FR'] },
    },
  });
  await set('PUT', `${base}/chat/settings`, {
    settings: { enabled: true, mail: { team: 'team@shop.example' } },
  });
  await set('PUT', `${base}/vendors/chatwoot/webhook`, { signing_secret: null });
  await set('PUT', `${base}/vendors/crisp/webhook`, { signing_secret: 'a secret-path of crisp' });
  await set('POST', `${base}/chat/webhooks`, {
    webhook: { url: 'https://crm.example/in/secret-path', events: ['chat_accepted'] },
  });
  await set('POST', `${base}/channels`, {
    channel: { kind: 'slack', url: 'https://hooks.slack.example/services/secret-path' },
  });
  await set('POST', `${base}/shares`, { share: { name: 'traffic', report: 'traffic' } });
  await letIn(server, await ownerOf(server), { counterId: id, login: 'ann@example.com', perm: 'analyst' });
  const made = await record();
  expect(made.kept.find(({ kind }) => kind === 'hits')?.keep).toEqual({ keep: 14, unit: 'month' });
  expect(made).toMatchObject({
    masking: false,
    consent: { mode: 'ask', countries: ['DE', 'FR'] },
    chat: true,
    shared_links: 1,
    people: [
      { login: server.owner.email, role: 'own' },
      { login: 'ann@example.com', role: 'analyst' },
    ],
    comes_in: [
      { vendor: 'chatwoot', signed: false },
      { vendor: 'crisp', signed: true },
    ],
    leaves: [
      { what: 'letters', to: 'mail.example' },
      { what: 'team_letters', to: 'team@shop.example' },
      { what: 'webhook', to: 'crm.example' },
      { what: 'channel', to: 'hooks.slack.example' },
    ],
  });
  expect(JSON.stringify(made)).not.toContain('secret-path');
});

it('[P31] is for those who may edit the counter', async () => {
  const owner = await ownerOf(server);
  const read = async (perm: GrantedRole) => {
    const person = await letIn(server, owner, { counterId: id, login: `${perm}@example.com`, perm });
    return (await person.call('GET', `/api/v1/counters/${id}/processing-record`)).status;
  };
  expect(await read('edit')).toBe(200);
  expect(await read('analyst')).toBe(403);
  expect(await read('view')).toBe(403);
  expect(await read('chat')).toBe(403);
  expect((await someone(server.url).call('GET', `/api/v1/counters/${id}/processing-record`)).status).toBe(
    401,
  );
});
