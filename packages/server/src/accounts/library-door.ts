/** What of the sign-in library is open to the network, and its refusals in the API's shape [A82]. */
import { ERROR_STATUS, type ErrorType } from '@goalpost/contract/management';
import { errorBody, noSuchRoute, problemBody } from '../kit/problem.ts';

/** Each is used by our own pages, or by programs that sign in. The library brings dozens more. */
const OPEN: ReadonlySet<string> = new Set([
  'POST /sign-in/email',
  'POST /sign-in/passkey',
  'POST /sign-out',
  'GET /get-session',
  'POST /change-password',
  'POST /verify-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/generate-backup-codes',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
]);

const PREFIX = '/api/auth';

/** @param path decoded, in small letters */
export function isOpen(method: string, path: string): boolean {
  return OPEN.has(`${method} ${path.slice(PREFIX.length).replace(/\/+$/, '')}`);
}

export function notOpen(method: string, path: string): Response {
  return Response.json(problemBody(noSuchRoute(method, path.slice(0, 200))), { status: 404 });
}

/** Status and cookies stay the library's. */
export async function inApiShape(response: Response): Promise<Response> {
  if (response.ok || response.status < 400 || response.status >= 500) return response;
  const said: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (typeof said === 'object' && said !== null && 'errors' in said) return response;
  const message = textOf(said) ?? 'The request was refused.';
  const type = TYPES[response.status] ?? 'invalid_parameter';
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  const { status } = response;
  return new Response(JSON.stringify(errorBody(status, type, message)), { status, headers });
}

function textOf(said: unknown): string | null {
  const { message } = (typeof said === 'object' && said !== null ? said : {}) as { message?: unknown };
  return typeof message === 'string' && message !== '' ? message : null;
}

const TYPES: Readonly<Record<number, ErrorType>> = Object.fromEntries(
  (['unauthorized', 'access_denied', 'not_found', 'quota_requests_by_uid'] as const).map((type) => [
    ERROR_STATUS[type],
    type,
  ]),
);
