/** A refusal reaches a screen in the screen's language, and keeps what the server said. */
import i18next from 'i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiFailure, request } from './http.ts';

const refusal = {
  errors: [{ error_type: 'not_found', message: 'There is no such board.', location: 'boardId' }],
  code: 404,
  message: 'There is no such board.',
};
const answers = (given: () => Response): void => {
  vi.stubGlobal('fetch', async () => given());
};
const failed = async (): Promise<ApiFailure> => {
  const error: unknown = await request('GET /api/v1/me', { read: () => undefined }).catch(
    (one: unknown) => one,
  );
  if (error instanceof ApiFailure) return error;
  throw error;
};

beforeEach(() => i18next.init({ lng: 'ru', resources: {} }));
afterEach(async () => {
  vi.unstubAllGlobals();
  await i18next.changeLanguage('en');
});

it('says it in Russian', async () => {
  answers(() => Response.json(refusal, { status: 404 }));
  const { message, status, items } = await failed();
  expect({ message, status }).toEqual({ message: 'Такой доски нет.', status: 404 });
  expect(items).toEqual([{ ...refusal.errors[0], message, english: refusal.message }]);
});

it('says in Russian that there was no answer, or one without words', async () => {
  answers(() => new Response('<html>', { status: 502 }));
  expect((await failed()).message).toBe('Ответ сервера 502');
  answers(() => {
    throw new TypeError('Failed to fetch');
  });
  expect((await failed()).message).toBe('Сервер не отвечает');
});

it('says it as the server does in English', async () => {
  await i18next.changeLanguage('en');
  answers(() => Response.json(refusal, { status: 404 }));
  expect((await failed()).message).toBe('There is no such board.');
});

it.each([
  ['ids: the counter is away', 'ids', 'The counter is away'],
  ['date1_b: 2026-02-30 is no day', 'date1_b', '2026-02-30 is no day'],
  ['share.filters: visits alone', 'share.filters', 'Visits alone'],
  ['metrics: ym:s:x tells of people', 'metrics', 'ym:s:x tells of people'],
  ['segment: there is no segment 9', 'ids', 'segment: there is no segment 9'],
  ['ids', 'ids', 'ids'],
  ['ids: ', 'ids', 'ids: '],
  ['There is no such board.', undefined, 'There is no such board.'],
])('says "%s" of %s without the name that only programs know', async (told, location, words) => {
  await i18next.changeLanguage('en');
  answers(() =>
    Response.json({ code: 400, message: told, errors: [{ message: told, location }] }, { status: 400 }),
  );
  const { message, items } = await failed();
  expect([message, items[0]?.message]).toEqual([words, words]);
});

it.each([
  ['POST /api/auth/sign-in/email', false],
  ['POST /api/auth/two-factor/verify-totp', false],
  ['POST /api/auth/two-factor/disable', true],
  ['POST /api/auth/change-password', true],
] as const)('a 401 of %s ends the session: %s', async (route, isSignedOut) => {
  answers(() => Response.json({ code: 401, message: 'x', errors: [] }, { status: 401 }));
  // Whatever was typed, the answer is the same.
  const error: unknown = await request(route, { read: () => undefined } as never).catch(
    (one: unknown) => one,
  );
  expect(error).toMatchObject({ status: 401, isSignedOut });
});
