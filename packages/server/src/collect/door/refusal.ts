/** Why the door does not take a hit, with the status that says so. */
import type { RefusalReason } from '@goalpost/contract/collection';

export interface Refusal {
  readonly reason: RefusalReason;
  readonly status: number;
  /** Nothing more can be read from this connection. */
  readonly hangUp?: true;
}

export const REFUSALS = {
  method: { reason: 'method', status: 405 },
  notANumber: { reason: 'not_a_number', status: 404 },
  unknownCounter: { reason: 'unknown_counter', status: 404 },
  deletedCounter: { reason: 'deleted_counter', status: 404 },
  queryTooLarge: { reason: 'too_large', status: 414 },
  bodyTooLarge: { reason: 'too_large', status: 413 },
  bodyTooSlow: { reason: 'malformed', status: 408, hangUp: true },
  bodyUnread: { reason: 'malformed', status: 415 },
  callback: { reason: 'callback', status: 400 },
  origin: { reason: 'origin', status: 403 },
  ownVisit: { reason: 'own_visit', status: 403 },
  noConsent: { reason: 'no_consent', status: 403 },
  busy: { reason: 'busy', status: 429 },
  unavailable: { reason: 'unavailable', status: 503 },
} as const satisfies Record<string, Refusal>;
