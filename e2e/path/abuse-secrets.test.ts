/** What the running program says and shows: no password, token or cookie, whatever is asked of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApi } from './api.ts';
import { REMOVE } from '../../packages/server/test/remove.ts';

const PASSWORD = 'password-of-the-owner-0815';
const TOKEN = 'token-of-the-owner-of-at-least-32-letters';
const MAIN = join(import.meta.dirname, '../../packages/server/src/main.ts');

it('secrets are neither logged nor answered nor handed to the engine', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-secrets-'));
  const child = spawn(process.execPath, ['--no-warnings', MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GOALPOST_DATA: dataDir,
      GOALPOST_PORT: '0',
      GOALPOST_ADMIN_EMAIL: 'owner@example.com',
      GOALPOST_ADMIN_PASSWORD: PASSWORD,
      GOALPOST_ADMIN_TOKEN: TOKEN,
    },
  });
  let said = '';
  const listening = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /listening on (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) listening.resolve(url);
    });
  }
  try {
    const url = await listening.promise;
    const secrets = [PASSWORD, TOKEN, readFileSync(join(dataDir, 'secret'), 'utf8').trim()];
    const signIn = (body: unknown) =>
      fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(body),
      });
    const session = await signIn({ email: 'owner@example.com', password: PASSWORD });
    const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    secrets.push(decodeURIComponent(cookie.split('=')[1] ?? ''));
    await signIn({ email: 'owner@example.com', password: `${PASSWORD}x` });
    await signIn({ email: PASSWORD, password: TOKEN });

    const api = createApi(url, TOKEN);
    const made = await api.call<{ token: { value: string } }>('POST', '/api/v1/tokens', {
      token: { name: 'shown once', scope: 'read' },
    });
    secrets.push(made.body.token.value);
    const answers: string[] = [];
    for (const path of [
      '/metrics',
      '/healthz',
      '/api/openapi.json',
      '/api/v1/me',
      '/api/v1/tokens',
      '/api/v1/setup',
      '/management/v1/counters?field=code,goals',
      `/management/v1/counter/${TOKEN}`,
      `/stat/v1/data?ids=1&metrics=x&oauth_token=${made.body.token.value}`,
    ]) {
      const answer = await fetch(`${url}${path}`, { headers: { authorization: `OAuth ${TOKEN}`, cookie } });
      expect(answer.status).toBeLessThan(500);
      // What a client puts into an address comes back to it alone.
      if (!path.includes(TOKEN)) answers.push(await answer.text());
    }
    const engine = Number(/"pid":(\d+)/.exec(readFileSync(join(dataDir, 'olap.pid'), 'utf8'))?.[1]);
    const environment = readFileSync(`/proc/${engine}/environ`, 'latin1');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20);
      for (const text of [said, environment, ...answers]) expect(text).not.toContain(secret);
    }
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(dataDir, REMOVE);
  }
});
