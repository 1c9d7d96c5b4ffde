/**
 * Refuses query parameters that an endpoint does not know [M27]. An answer to half a question would look like
 * the answer to all of it.
 */
import type { ApiErrorItem } from '@goalpost/contract/management';
import { z } from 'zod';
import type { Endpoint } from '../../kit/endpoint.ts';
import { nearest } from '../../kit/nearest.ts';

/** Taken at every endpoint and not used: clients of the field's API send them, and no answer would differ. */
export const TAKEN_UNUSED: Readonly<Record<string, string>> = {
  accuracy: 'Nothing is ever sampled.',
  proposed_accuracy: 'Nothing is ever sampled.',
  callback: 'Answers are JSON; reports alone come as a script, too.',
  lang: 'Language of names, where an endpoint has any.',
  oauth_token: 'Taken out before, where it is a token; else of no use.',
  direct_client_logins: 'There are no reports of an advertising account.',
  annotation_groups: 'Charts have no notes.',
  _: 'A number against caches.',
};

/** Read at every endpoint, by the writer of answers. */
const USED_EVERYWHERE = ['pretty'];

/** What an endpoint may be asked with: the parameters of its own, then those of all. */
function knownParameters({ query }: Pick<Endpoint, 'query'>): string[] {
  const own = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  return [...new Set([...own, ...USED_EVERYWHERE, ...Object.keys(TAKEN_UNUSED)])];
}

const MAX_TOLD = 10;

export function unknownParameters(endpoint: Pick<Endpoint, 'query'>, given: unknown): ApiErrorItem[] {
  const known = knownParameters(endpoint);
  const names = Object.keys((given ?? {}) as object).filter((name) => !known.includes(name));
  return names.slice(0, MAX_TOLD).map((name) => ({
    error_type: 'invalid_parameter',
    message: `Unknown parameter ${JSON.stringify(name.slice(0, 100))}.${hint(name, known)}`,
    location: name.slice(0, 100),
  }));
}

/** Those that were sent, and that the endpoint takes without using them. */
export const unusedParameters = (
  { unusedQuery = [] }: Pick<Endpoint, 'unusedQuery'>,
  given: unknown,
): string[] => unusedQuery.filter((name) => Object.hasOwn((given ?? {}) as object, name));

function hint(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}
