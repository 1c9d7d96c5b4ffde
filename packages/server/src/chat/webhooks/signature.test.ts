import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { signatureOf } from './signature.ts';

it('signs the second and the body with the secret', () => {
  const body = '{"name":"Зоя"}';
  const mac = createHmac('sha256', 'whsec_a').update(`1700000000.${body}`).digest('hex');
  expect(signatureOf('whsec_a', body, 1_700_000_000_999)).toBe(`t=1700000000,v1=${mac}`);
  expect(signatureOf('whsec_b', body, 1_700_000_000_999)).not.toContain(mac);
  expect(signatureOf('whsec_a', body, 1_700_000_001_000)).not.toContain(mac);
});
