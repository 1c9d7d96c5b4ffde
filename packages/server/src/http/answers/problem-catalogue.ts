/** Refusals that belong to the HTTP edge itself; those of features live with the features. */
import type { TokenScope } from '@goalpost/contract/management';
import { problem } from '../../kit/problem.ts';

export const unauthorized = () =>
  problem(
    'unauthorized',
    'A valid token is needed: send the header "Authorization: OAuth <token>", or sign in.',
  );

export const factorNeeded = () =>
  problem(
    'access_denied',
    'This server requires a second factor: set it up under Account, then everything is there again.',
  );

const SCOPES: Readonly<Record<TokenScope, string>> = {
  read: 'may only read. Make a token with the scope "write" for changes',
  analyse: 'may only read, and make goals and segments. Make a token with the scope "write" for this',
  chat: 'is for the chat alone. Make a token with the scope "read" or "write" for this',
  write: 'may not do this',
};

export const narrowToken = (scope: TokenScope) => problem('access_denied', `This token ${SCOPES[scope]}.`);

export const boundToken = () =>
  problem('access_denied', 'This token is for some counters only: the account itself is closed to it.');

export const otherCounter = (counterId: number) =>
  problem('access_denied', `This token is not for counter ${counterId}.`);

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
  const name = parameter?.split('=')[0] || 'path';
  return problem('invalid_parameter', 'The address has a NUL character.', name);
}

export const tooManyRequests = () =>
  problem('quota_requests_by_uid', 'Too many requests at once. Wait a few seconds and try again.');

/** @param place of the value that it is about, if it is about one */
export const brokenJson = (why: string, place?: string) =>
  place === undefined
    ? problem('invalid_json', `The body is not valid JSON: ${why}.`)
    : problem('invalid_parameter', `Wrong value of "${place}": ${why}.`, place);
