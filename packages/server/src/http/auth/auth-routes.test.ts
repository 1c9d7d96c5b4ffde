import { expect, it } from 'vitest';
import { ask, askAgain } from '../test-app.ts';

const rateLimits = { perTenSeconds: 100, signInsPerMinute: 1 };
const body = '{"password":"a guess"}';

it('guesses at a password do not get around their limit by a host that is an address', async () => {
  const paths: string[] = [];
  const accounts = {
    callerByToken: async () => null,
    callerBySession: async () => null,
    handleAuth: async (request: Request) => new Response(String(paths.push(new URL(request.url).pathname))),
  };
  const headers = { host: 'stats.example/api/auth/sign-in/email?' };
  await ask('POST', '/api/auth/x', { body, headers, deps: { rateLimits, accounts } });
  expect(paths).toEqual(['/api/auth/x']);
});

it.each(['a b[%zz', '[::1', 'stats.example:99999999', ''])(
  'no host upsets signing in: "%s"',
  async (host) => {
    const answer = await ask('POST', '/api/auth/sign-in/email', { body, headers: { host } });
    expect([answer.statusCode, answer.body]).toEqual([200, body]);
  },
);

it('an address named in full is read without its host', async () => {
  const answer = await ask('POST', 'http://evil.example/api/auth/sign-in/email', { body });
  expect(answer.statusCode).toBe(200);
});

it('changing a password is an attempt at one, too', async () => {
  expect((await ask('POST', '/api/auth/change-password', { body, deps: { rateLimits } })).statusCode).toBe(
    200,
  );
  expect((await askAgain('POST', '/api/auth/change-password', { body })).statusCode).toBe(429);
});
