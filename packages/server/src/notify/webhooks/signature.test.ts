import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { signatureOf, standardHeaders } from './signature.ts';

it('signs the second and the body with the secret', () => {
  const body = '{"name":"Зоя"}';
  const mac = createHmac('sha256', 'whsec_a').update(`1700000000.${body}`).digest('hex');
  expect(signatureOf('whsec_a', body, 1_700_000_000_999)).toBe(`t=1700000000,v1=${mac}`);
  expect(signatureOf('whsec_b', body, 1_700_000_000_999)).not.toContain(mac);
  expect(signatureOf('whsec_a', body, 1_700_000_001_000)).not.toContain(mac);
});

it('the example in docs/webhooks.md takes what is ours and fresh, and nothing else', async () => {
  const docs = readFileSync(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8');
  const [, example = ''] = /```js\n(.+?)```/s.exec(docs) ?? [];
  const { isFromGoalpost } = (await import(`data:text/javascript,${encodeURIComponent(example)}`)) as {
    isFromGoalpost(body: Buffer, header: string | undefined, secret: string): boolean;
  };
  const body = '{"name":"Зоя"}';
  const bytes = Buffer.from(body);
  const header = signatureOf('whsec_a', body, Date.now());
  expect(isFromGoalpost(bytes, header, 'whsec_a')).toBe(true);
  expect(isFromGoalpost(bytes, header, 'whsec_b')).toBe(false);
  expect(isFromGoalpost(Buffer.from('{}'), header, 'whsec_a')).toBe(false);
  expect(isFromGoalpost(bytes, signatureOf('whsec_a', body, Date.now() - 301_000), 'whsec_a')).toBe(false);
  expect(isFromGoalpost(bytes, undefined, 'whsec_a')).toBe(false);
});

it('signs in the form of Standard Webhooks: the example of its specification', () => {
  const headers = standardHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    '{"test": 2432232314}',
    1_614_265_330_000,
  );
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});
