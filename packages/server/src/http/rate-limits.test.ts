import { describe, expect, it } from 'vitest';
import { networkOf } from '../kit/limits/network.ts';
import { ask, askAgain, GOALS, oauth } from './test-app.ts';

const deps = { rateLimits: { perTenSeconds: 1, signInsPerMinute: 1 } };

describe('a caller over the limit', () => {
  it('does not get around it by other ways to write the same token', async () => {
    expect((await ask('GET', GOALS, { headers: oauth('writer'), deps })).statusCode).toBe(200);
    for (const authorization of ['bearer writer', 'OAuth  writer', 'OAUTH writer ']) {
      expect((await askAgain('GET', GOALS, { headers: { authorization } })).statusCode).toBe(429);
    }
  });

  it('does not get around it by guessing at tokens', async () => {
    expect((await ask('GET', GOALS, { headers: oauth('guess-1'), deps })).statusCode).toBe(401);
    expect((await askAgain('GET', GOALS, { headers: oauth('guess-2') })).statusCode).toBe(429);
    expect((await askAgain('GET', GOALS, { headers: oauth('writer') })).statusCode).toBe(200);
  });

  it('is not whom an untrusted X-Forwarded-For names', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    expect((await ask('GET', GOALS, { ...from('203.0.113.1'), deps })).statusCode).toBe(401);
    expect((await askAgain('GET', GOALS, from('203.0.113.2'))).statusCode).toBe(429);
  });
});

/** One client, as proxies write it. */
it.each([
  ['IPv4', ['203.0.113.5', '203.0.113.5:1', '203.0.113.5:65535', '::ffff:203.0.113.5', '::ffff:cb00:7105']],
  ['IPv4 in all of its letters', ['203.0.113.5', '0:0:0:0:0:FFFF:CB00:7105', '"[::ffff:203.0.113.5]:99"']],
  ['IPv6', ['2001:db8:1:1::1', '[2001:db8:1:1::2]:1', '[2001:db8:1:1::2]:2', '2001:0DB8:0001:1:0:0:0:9']],
  [
    'what it wrote itself',
    ['203.0.113.5', '6.6.6.6, 203.0.113.5', 'unknown, 203.0.113.5:7', '_x,203.0.113.5'],
  ],
])('one client is one, in whatever way a trusted proxy writes it: %s [C110]', async (_name, spellings) => {
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const trusting = { ...deps, trustProxy: ['127.0.0.1'] };
  const [first = '', ...others] = spellings;
  expect((await ask('GET', GOALS, { ...from(first), deps: trusting })).statusCode).toBe(401);
  for (const other of others)
    expect([other, (await askAgain('GET', GOALS, from(other))).statusCode]).toEqual([other, 429]);
});

it.each([
  ['203.0.113.5', '203.0.113.5'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
