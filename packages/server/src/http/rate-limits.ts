/** Limits on requests to the API: generous for a caller with a token, tight for guesses at a password. */
import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from '../kit/limits/network.ts';
import { problemBody } from '../kit/problem.ts';
import { tokenOf, type Authenticator } from './auth/authentication.ts';
import { tooManyRequests } from './answers/problem-catalogue.ts';

export interface RateLimits {
  /** Requests a caller may send in ten seconds. */
  readonly perTenSeconds: number;
  /** Attempts at signing in that an address may make in a minute. */
  readonly signInsPerMinute: number;
}

export const DEFAULT_RATE_LIMITS: RateLimits = { perTenSeconds: 1_000, signInsPerMinute: 20 };

export async function addRateLimits(
  app: FastifyInstance,
  limits: RateLimits,
  accounts: Pick<Authenticator, 'callerByToken'>,
): Promise<void> {
  await app.register(rateLimit, {
    max: limits.perTenSeconds,
    timeWindow: 10_000,
    keyGenerator: (request: FastifyRequest) => callerKey(request, accounts),
    errorResponseBuilder: () =>
      Object.assign(new Error(problemBody(tooManyRequests()).message), { statusCode: 429 }),
  });
}

/** Route configuration for attempts at a password. */
export function signInLimit(limits: RateLimits) {
  return {
    rateLimit: {
      max: limits.signInsPerMinute,
      timeWindow: 60_000,
      keyGenerator: (request: FastifyRequest) => networkOf(request.ip),
    },
  };
}

/** A token that works stands for its caller wherever it is used from; everyone else is their address. */
async function callerKey(
  request: FastifyRequest,
  accounts: Pick<Authenticator, 'callerByToken'>,
): Promise<string> {
  const token = tokenOf(request);
  if (token === undefined || (await accounts.callerByToken(token)) === null) return networkOf(request.ip);
  return createHash('sha256').update(token).digest('base64url');
}
