import { expect, it } from 'vitest';
import { describe as described, subjectOf } from './describe.ts';

it('[A18] says of fields that they were sent, and of few what they say', () => {
  const change = { method: 'POST', url: '/api/v1/password', params: {}, answer: { login: 'a@b.c' } };
  expect(described({ ...change, body: { token: 'secret', password: 'secret' } }).details).toBe(
    'token, password',
  );
  expect(described({ ...change, body: {} })).toMatchObject({ subject: 'password', verb: 'changed' });
  const url = '/management/v1/counter/:counterId/grants';
  expect(
    described({
      method: 'POST',
      url,
      params: { counterId: 7 },
      body: { grant: { user_login: 'a@b.c\nx', perm: 'edit', comment: 'private' } },
      answer: { grant: {} },
    }),
  ).toEqual({
    subject: 'grant',
    verb: 'made',
    counterId: 7,
    target: '',
    details: 'user_login: a@b.c x, perm: edit, comment',
  });
});

it('[A18] knows a segment', () => {
  expect(subjectOf('/management/v1/counter/:counterId/apisegment/segment/:segmentId')).toBe('segment');
});

it('is bounded, whatever is sent', () => {
  const body = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`, 'x'.repeat(10_000)]));
  const { details, target } = described({
    method: 'PUT',
    url: '/api/v1/me',
    params: { id: 'y'.repeat(10_000) },
    body: { name: 'z'.repeat(10_000), ...body },
    answer: null,
  });
  expect(details.length).toBeLessThanOrEqual(600);
  expect(target.length).toBeLessThanOrEqual(100);
});

it('knows a subject for what it does not know', () => {
  expect(subjectOf('/api/v1/something')).toBe('other');
});
