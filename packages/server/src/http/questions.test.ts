/** Questions at the edge: parameters in a body, and answers as a script. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint, ScriptBody } from '../kit/endpoint.ts';
import type { Change } from '../audit/index.ts';
import { ask, oauth } from './test-app.ts';

const query = z.object({
  ids: z.union([z.string(), z.array(z.string())]).optional(),
  filters: z.string().optional(),
  rows: z.string().optional(),
  callback: z.string().optional(),
});
const common = { url: '/stat/v1/asked', summary: 'Ask', tag: 'stat', auth: 'account', query } as const;
const endpoints = [
  defineEndpoint({
    ...common,
    method: 'POST',
    asks: true,
    response: z.unknown(),
    handle: async (input) => input.query,
  }),
  defineEndpoint({
    ...common,
    method: 'GET',
    response: z.unknown(),
    handle: async (input, { bySession }) =>
      new ScriptBody(input.query.callback ?? '', { bySession, text: '</script>\u2028' }),
  }),
];
const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function post(body: string, headers: Record<string, string> = form, url = '/stat/v1/asked') {
  const answer = await ask('POST', url, {
    headers: { ...oauth('reader'), ...headers },
    body,
    deps: { endpoints },
  });
  return [answer.statusCode, answer.json() as unknown] as const;
}

describe('[M64] parameters in the body of a question', () => {
  it.each([
    ['a form', 'ids=1&filters=a+b%26%D1%91', form, { ids: '1', filters: 'a b&ё' }],
    ['a form with a key twice', 'ids=1&ids=2', form, { ids: ['1', '2'] }],
    [
      'JSON',
      '{"ids":[1,"2"],"filters":"x"}',
      { 'content-type': 'application/json' },
      { ids: ['1', '2'], filters: 'x' },
    ],
    ['JSON under the type of forms', '{"ids":1}', form, { ids: '1' }],
    ['JSON in JSON', '{"rows":[["a",null]]}', {}, { rows: '[["a",null]]' }],
    ['null', '{"ids":null}', {}, {}],
    ['nothing', '', form, {}],
  ])('%s', async (_what, body, headers, expected) => {
    expect(await post(body, headers as Record<string, string>)).toEqual([200, expected]);
  });
  it.each([
    ['filter=1', 'filter'],
    ['__proto__=1', '__proto__'],
    ['{"__proto__":"1"}', '__proto__'],
    ['{"ids":{"a":1}}', 'ids'],
    ['[1]', 'body'],
    ['"ids"', 'body'],
    ['{"a":', 'a'],
    ['a%00=1', undefined],
  ])('%s is refused', async (body, location) => {
    const [status, answer] = await post(body);
    expect(status).toBe(400);
    if (location !== undefined && body !== '{"a":') expect(answer).toMatchObject({ errors: [{ location }] });
  });
  it('a parameter stands in the address or in the body', async () => {
    expect(await post('filters=x', form, '/stat/v1/asked?ids=1')).toEqual([200, { ids: '1', filters: 'x' }]);
    const [status, answer] = await post('ids=2', form, '/stat/v1/asked?ids=1');
    expect([status, answer]).toMatchObject([400, { errors: [{ location: 'ids' }] }]);
  });
  it('it changes nothing: no line in the audit log', async () => {
    const heard: Change[] = [];
    const deps = { endpoints, onChange: (change: Change) => heard.push(change) };
    const answer = await ask('POST', '/stat/v1/asked', {
      headers: { ...oauth('writer'), ...form },
      body: 'ids=1',
      deps,
    });
    expect([answer.statusCode, heard]).toEqual([200, []]);
  });
});

it('[M64] a script is one, wherever it is loaded', async () => {
  const answer = await ask('GET', '/stat/v1/asked?callback=a.b', {
    headers: oauth('reader'),
    deps: { endpoints },
  });
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(answer.body).toBe('/**/a.b({"bySession":false,"text":"\\u003c/script>\u2028"});');
});

it("tells a browser's session from a token", async () => {
  const answer = await ask('GET', '/stat/v1/asked?callback=a', {
    headers: { cookie: 'session=live' },
    deps: { endpoints },
  });
  expect(answer.body).toContain('"bySession":true');
});
