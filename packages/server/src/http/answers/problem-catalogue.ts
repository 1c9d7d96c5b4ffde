/** Refusals that belong to the HTTP edge itself; those of features live with the features. */
import { problem } from '../../kit/problem.ts';

export const unauthorized = () =>
  problem(
    'unauthorized',
    'A valid token is needed: send the header "Authorization: OAuth <token>", or sign in.',
  );

export const readOnlyToken = () =>
  problem('access_denied', 'This token may only read. Make a token with the scope "write" for changes.');

export const counterDenied = (counterId: number) =>
  problem('access_denied', `You have no sufficient access to counter ${counterId}.`);

export const unknownCounter = (given: string | number) =>
  problem('not_found', `There is no counter ${given}.`, 'counterId');

export const foreignOrigin = () =>
  problem('access_denied', 'A signed-in browser may change things only from pages of this very server.');

/** @param url with `%00` in it */
export function nulInAddress(url: string) {
  const query = url.slice(url.indexOf('?') + 1).split('&');
  const parameter = url.includes('?') ? query.find((one) => one.includes('%00')) : undefined;
  const name = parameter?.split('=')[0];
  return problem('invalid_parameter', 'The address has a NUL character.', name);
}

export const noSuchRoute = (method: string, path: string) =>
  problem('not_found', `There is no ${method} ${path}.`);

export const tooManyRequests = () =>
  problem('quota_requests_by_uid', 'Too many requests at once. Wait a few seconds and try again.');

export const brokenJson = (why: string) => problem('invalid_json', `The body is not valid JSON: ${why}.`);
