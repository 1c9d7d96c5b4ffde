/** Links that let people in, attacked: of invitations and for passwords, by colleagues, strangers and other sites' pages. */
import type { GrantMade } from '@goalpost/contract/management';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  letIn,
  makeCounter,
  PASSWORD,
  signIn,
  tokenOf,
  type Someone,
} from '../../packages/server/test/access/people.ts';
import {
  type AccessStage,
  give,
  grantOf,
  invite,
  NEWER,
  openAccessStage,
  passwordLink,
  SMTP_PASSWORD,
} from './abuse-access-stage.ts';
import { createApi } from './api.ts';

let stage: AccessStage;
let owner: Someone;
beforeAll(async () => {
  stage = await openAccessStage();
  ({ owner } = stage);
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('[A6] an owner’s link for a colleague’s password, kept in the drawer', () => {
  it.each([
    [
      'has been let into another’s counter',
      (login: string) => stage.colleague('edit').then(({ id }) => give(owner, id, login)),
    ],
    ['has made a counter', (_login: string, them: Someone) => makeCounter(them)],
    [
      'has left',
      (login: string, _them: Someone, eve: Someone, id: number) => eve.call('DELETE', grantOf(id, login)),
    ],
  ])('opens nothing once the colleague %s', async (_what, meanwhile) => {
    const { them: eve } = await stage.colleague('view');
    const victim = await stage.colleague('edit', eve);
    const token = await passwordLink(eve, victim.id, victim.login);
    expect((await stage.nobody().call('GET', `/api/v1/password/link?token=${token}`)).status).toBe(200);
    await meanwhile(victim.login, victim.them, eve, victim.id);
    expect((await stage.nobody().call('GET', `/api/v1/password/link?token=${token}`)).status).toBe(403);
    expect((await stage.choose(token)).status).toBe(403);
    expect((await victim.them.call('GET', '/api/v1/me')).status).toBe(200);
    expect(await signIn(stage.url, victim.login, NEWER)).toBeNull();
    expect(await signIn(stage.url, victim.login, PASSWORD)).not.toBeNull();
  });

  it('is not to be had for somebody whose other counter is only in the bin', async () => {
    const { them: eve } = await stage.colleague('view');
    const victim = await stage.colleague();
    const mine = await makeCounter(eve);
    await give(eve, mine, victim.login);
    await owner.call('DELETE', `/management/v1/counter/${victim.id}`);
    const path = `/api/v1/counters/${mine}/password-link`;
    expect((await eve.call('POST', path, { user_login: victim.login })).status).toBe(403);
  });
});

describe('[A4] an invitation', () => {
  it.each([
    ['is let in no more', (id: number, login: string) => owner.call('DELETE', grantOf(id, login))],
    [
      'may only look now',
      (id: number, user_login: string) =>
        owner.call('PUT', grantOf(id), { grant: { user_login, perm: 'view' } }),
    ],
  ])('is no way back for whoever made it and %s; the owner’s own link is', async (_what, ends) => {
    const { id, login, them } = await stage.colleague();
    const guest = stage.anybody();
    const invited = await invite(them, id, guest);
    expect((await ends(id, login)).status).toBe(200);
    expect((await stage.nobody().call('GET', `/api/v1/join?token=${invited.token}`)).status).toBe(403);
    expect((await stage.join(invited.token)).status).toBe(403);
    expect(await signIn(stage.url, guest, PASSWORD)).toBeNull();
    const path = `/api/v1/counters/${id}/invitations/${invited.id}/link`;
    const renewed = await owner.call<GrantMade>('POST', path);
    expect((await stage.join(tokenOf(renewed.body.link?.url ?? ''))).status).toBe(200);
  });

  it('to one address from two counters, both opened at once, makes one account; the other still stands', async () => {
    const [first, second, login] = [await makeCounter(owner), await makeCounter(owner), stage.anybody()];
    const tokens = [await invite(owner, first, login), await invite(owner, second, login)];
    const answers = await Promise.all(
      tokens.map(({ token }, at) => stage.join(token, stage.nobody(), `${PASSWORD} ${at}`)),
    );
    const won = answers.findIndex(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await signIn(stage.url, login, `${PASSWORD} ${1 - won}`)).toBeNull();
    const them = await signIn(stage.url, login, `${PASSWORD} ${won}`);
    expect((await stage.join(tokens[1 - won]?.token ?? '', them ?? stage.nobody())).status).toBe(200);
    expect((await them?.call('GET', '/management/v1/counters'))?.body).toMatchObject({ rows: 2 });
  });

  it('opens for its own secret only, and no other door', async () => {
    const { id, login, them } = await stage.colleague();
    const { token } = await invite(owner, id, stage.anybody());
    const reset = await passwordLink(owner, id, login);
    const hash = createHash('sha256').update(token).digest('hex');
    const turned = token.replace(/[a-z]/i, (one) =>
      one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
    );
    for (const guess of [
      turned,
      token.slice(0, -1),
      `${token}=`,
      ` ${token}`,
      hash,
      reset,
      '%',
      "' OR 1=1 --",
      'null',
    ])
      expect([guess, (await stage.join(guess)).status]).toEqual([guess, 403]);
    for (const guess of [[token], { $ne: '' }, null, 7, '', 'x'.repeat(201)])
      expect(
        (await stage.nobody().call('POST', '/api/v1/join', { token: guess, name: 'Eve', password: PASSWORD }))
          .status,
      ).toBe(400);
    expect((await stage.choose(token)).status).toBe(403);
    expect((await them.call('GET', '/api/v1/me')).status).toBe(200);
    expect((await stage.nobody().call('GET', `/api/v1/join?token=${token}&token=x`)).status).toBe(400);
    expect((await stage.join(token)).status).toBe(200);
  });

  it('is not taken in somebody’s name by the page of another site, nor with a token that may only read', async () => {
    const [id, login] = [await makeCounter(owner), stage.anybody()];
    const { token } = await invite(owner, id, login);
    const { them } = await stage.colleague('view').then(async ({ id: other }) => ({
      them: await letIn(stage, owner, { counterId: other, login, perm: 'view' }),
    }));
    const body = JSON.stringify({ token, name: 'Eve', password: NEWER });
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: stage.url },
    ] as Record<string, string>[]) {
      const answer = await fetch(`${stage.url}/api/v1/join`, {
        method: 'POST',
        headers: { cookie: them.cookie, 'content-type': 'text/plain', ...headers },
        body,
      });
      expect([headers, answer.status]).toEqual([headers, 409]);
    }
    const made = await them.call<{ token: { value: string } }>('POST', '/api/v1/tokens', {
      token: { name: 'reader', scope: 'read' },
    });
    const reader = createApi(stage.url, made.body.token.value);
    expect((await reader.call('POST', '/api/v1/join', { token })).status).toBe(409);
    expect((await them.call('GET', `/management/v1/counter/${id}`)).status).toBe(403);
  });

  it('to one address is mailed five times an hour at most, whoever asks', async () => {
    const [id, login] = [await makeCounter(owner), stage.anybody()];
    const { them, id: other } = await stage.colleague();
    const mailed: (string | undefined)[] = [];
    for (let time = 0; time < 4; time += 1) {
      mailed.push((await give(owner, id, login)).body.link?.mail);
      mailed.push((await give(them, other, login)).body.link?.mail);
    }
    expect(mailed).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'failed', 'failed', 'failed']);
    expect(stage.receiver.mails.filter(({ to }) => to.includes(login))).toHaveLength(5);
  });
});

it('no secret of all that was done here is in the log', () => {
  const logged = stage.logged();
  expect(logged).toContain('joined by invitation');
  for (const secret of [SMTP_PASSWORD, PASSWORD, NEWER, 'token=', stage.server.owner.password])
    expect(logged).not.toContain(secret);
});
