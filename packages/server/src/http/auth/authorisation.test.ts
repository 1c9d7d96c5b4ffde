import { describe, expect, it } from 'vitest';
import { ask, GOALS, oauth } from '../test-app.ts';

describe('who may call', () => {
  const cases: [string, string, Record<string, string>, number, string | null][] = [
    ['no token', GOALS, {}, 401, 'unauthorized'],
    ['a wrong token', GOALS, oauth('wrong'), 401, 'unauthorized'],
    ['another scheme', GOALS, { authorization: 'Basic writer' }, 401, 'unauthorized'],
    ['a good token', GOALS, oauth('writer'), 200, null],
    ['a good token as Bearer', GOALS, { authorization: 'Bearer writer' }, 200, null],
    ['a read token', GOALS, oauth('reader'), 200, null],
    ['a live session', GOALS, { cookie: 'session=live' }, 200, null],
    ['a dead session', GOALS, { cookie: 'session=dead' }, 401, 'unauthorized'],
    ["another's counter", '/management/v1/counter/3/goals', oauth('writer'), 403, 'access_denied'],
    ['an unknown counter', '/management/v1/counter/9/goals', oauth('writer'), 404, 'not_found'],
    ['a counter that is no number', '/management/v1/counter/x1/goals', oauth('writer'), 404, 'not_found'],
    [
      'a counter beyond 32 bits',
      '/management/v1/counter/4294967296/goals',
      oauth('writer'),
      404,
      'not_found',
    ],
    ["another's counter inside", '/stat/v1/data?ids=3', oauth('writer'), 403, 'access_denied'],
  ];
  it.each(cases)('%s', async (_name, url, headers, status, type) => {
    const answer = await ask('GET', url, { headers });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().errors?.[0].error_type ?? null).toBe(type);
    if (status === 401) expect(answer.headers['www-authenticate']).toContain('OAuth');
  });

  const body = JSON.stringify({ goal: { name: 'g', conditions: [] } });
  const writes: [string, string, Record<string, string>, number][] = [
    ['a write token', GOALS, oauth('writer'), 200],
    ['a read token', GOALS, oauth('reader'), 403],
    ['a counter one may only view', '/management/v1/counter/2/goals', oauth('writer'), 403],
    ['a session with no word on where it comes from', GOALS, { cookie: 'session=live' }, 403],
    ['a session from another site', GOALS, { cookie: 'session=live', origin: 'https://evil.example' }, 403],
    ['a session of a sibling site', GOALS, { cookie: 'session=live', 'sec-fetch-site': 'same-site' }, 403],
    ['a session from our own page', GOALS, { cookie: 'session=live', 'sec-fetch-site': 'same-origin' }, 200],
    [
      'a session from our port',
      GOALS,
      { cookie: 'session=live', host: 'me:81', origin: 'http://me:81' },
      200,
    ],
  ];
  it.each(writes)('writing: %s', async (_name, url, headers, status) => {
    expect((await ask('POST', url, { headers, body })).statusCode).toBe(status);
  });
});
