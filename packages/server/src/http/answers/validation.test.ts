import { describe, expect, it } from 'vitest';
import { ask, GOALS, oauth } from '../test-app.ts';

describe('what is wrong is named with its place', () => {
  const cases: [string, string, string, string, string | undefined][] = [
    [
      'a field that is not there',
      '{"goal":{"name":"g"}}',
      'missing_parameter',
      '"goal.conditions" is missing.',
      'goal.conditions',
    ],
    [
      'a field that is empty',
      '{"goal":{"name":"","conditions":[]}}',
      'invalid_parameter',
      'Wrong value of "goal.name": it must not be empty.',
      'goal.name',
    ],
    [
      'a field deep inside',
      '{"goal":{"name":"g","conditions":[{"url":5}]}}',
      'invalid_parameter',
      'Wrong value',
      'goal.conditions.0.url',
    ],
    [
      'a NUL deep inside',
      String.raw`{"goal":{"name":"g","conditions":[{},{"url":"a\u0000"}]}}`,
      'invalid_parameter',
      'Wrong value of "goal.conditions.1.url": it has a NUL character.',
      'goal.conditions.1.url',
    ],
    ['a NUL in a name', String.raw`{"goal":{"a\u0000":1}}`, 'invalid_parameter', 'it has a NUL', 'goal'],
    ['a NUL alone', String.raw`"\u0000"`, 'invalid_json', 'it has a NUL character', undefined],
    ['no body', '', 'missing_parameter', '"goal" is missing.', 'goal'],
    ['half a body', '{"goal":', 'invalid_json', 'The body is not valid JSON', undefined],
    ['a body of 10,000 levels', '['.repeat(10_000), 'invalid_json', 'more than 64 levels', undefined],
    ['a list', '[]', 'invalid_parameter', 'Wrong value: an object is needed.', undefined],
  ];
  it.each(cases)('%s', async (_name, body, type, message, location) => {
    const { statusCode, ...answer } = await ask('POST', GOALS, { headers: oauth('writer'), body });
    const { errors, code, message: whole } = answer.json();
    expect([statusCode, code, errors[0].error_type, errors[0].location]).toEqual([400, 400, type, location]);
    expect(errors[0].message).toContain(message);
    expect(whole).toBe(errors[0].message);
  });

  it('a query parameter is named too', async () => {
    const answer = await ask('GET', `${GOALS}?limit=many`, { headers: oauth('writer') });
    expect(answer.json().errors[0]).toMatchObject({ error_type: 'invalid_parameter', location: 'limit' });
  });

  it('a body over 1 MB is refused with 413, in the same shape', async () => {
    const answer = await ask('POST', GOALS, {
      headers: oauth('writer'),
      body: `"${'x'.repeat(1024 * 1024)}"`,
    });
    expect(answer.statusCode).toBe(413);
    expect(answer.json().errors[0].error_type).toBe('limit_exceeded');
  });

  it('`__proto__` keys change nothing', async () => {
    const body = '{"__proto__":{"goal":1},"goal":{"__proto__":{"x":1},"name":"g","conditions":[]}}';
    const answer = await ask('POST', GOALS, { headers: oauth('writer'), body });
    expect(answer.body).toBe('{"goal":{"name":"g","conditions":[]}}');
  });

  it.each([
    ['an escaped NUL, which PostgreSQL cannot keep', String.raw`"a\u0000"`, 400],
    ['one behind an escaped backslash', String.raw`"a\\\u0000"`, 400],
    ['the letters of such an escape', String.raw`"a\\u0000"`, 200],
  ])('%s', async (_what, name, status) => {
    const body = `{"goal":{"name":${name},"conditions":[]}}`;
    expect((await ask('POST', GOALS, { headers: oauth('writer'), body })).statusCode).toBe(status);
  });

  it('a form-typed body is read as JSON, as command-line clients send it', async () => {
    const headers = { ...oauth('writer'), 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask('POST', GOALS, { headers, body: '{"goal":{"name":"g","conditions":[]}}' });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['/api/v1/thing/%zz', 400, 'path'],
    ['/api/v1/thing/%ff', 400, 'path'],
    ['/api/v1/thing/a%00', 400, 'path'],
    [`/api/v1/thing/${'a'.repeat(300)}`, 414, 'path'],
    ['/management/v1/counter/1%/goals?oauth_token=secret', 400, 'path'],
  ])('[M136] %s is refused in our own words, and its place is named', async (url, status, place) => {
    const answer = await ask('DELETE', url, { headers: oauth('writer') });
    const { errors } = answer.json();
    expect([answer.statusCode, errors[0].location]).toEqual([status, place]);
    expect(errors[0].message).toMatch(/^(?:The path of the|A part of the path of the|The) address /);
    expect(answer.body).not.toMatch(/valid url|exceeding|thing|secret/);
  });

  it('[M136] a body of a type that is none is refused by the name of the header', async () => {
    const headers = { ...oauth('writer'), 'content-type': ';' };
    const answer = await ask('POST', GOALS, { headers, body: '{"goal":{"name":"g","conditions":[]}}' });
    expect([answer.statusCode, answer.json().errors[0]]).toMatchObject([
      415,
      { location: 'content-type', message: expect.stringMatching(/^A body of this type/) },
    ]);
  });
});
