/** What is wrong with a webhook's address or an attempt, as keys of texts. */
import { WEBHOOK_FAULTS, type WebhookFault } from '@goalpost/contract/chat';
import { ApiFailure } from '../../api/http.ts';

export type AddressFault = 'wrong' | 'private' | 'taken' | 'many';

/** Before anything is asked of the server. */
export function addressFault(address: string): AddressFault | null {
  return /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address) ? null : 'wrong';
}

/** @returns null where the server's own words are all there is */
export function addingFault(error: unknown): AddressFault | null {
  const item = error instanceof ApiFailure ? error.items[0] : undefined;
  if (item?.error_type === 'conflict') return 'taken';
  if (item?.error_type === 'limit_exceeded') return 'many';
  if (item?.location !== 'webhook.url') return null;
  const { message = '', english = message } = item;
  return english.startsWith(WEBHOOK_FAULTS.private) ? 'private' : 'wrong';
}

/** Why there was no answer. @returns null where there was one, or nothing was tried yet */
export function faultIn(lastAnswer: string): WebhookFault | null {
  const found = Object.entries(WEBHOOK_FAULTS).find(([, words]) => lastAnswer.startsWith(words));
  return found === undefined ? null : (found[0] as WebhookFault);
}

export type AnswerHint = 'redirect' | 'denied' | 'missing' | 'gone' | 'busy' | 'refused' | 'broken';

/** What an answer that is no success asks for. */
export function hintOf(lastAnswer: string): AnswerHint | null {
  const status = Number(/^[3-5]\d\d(?= |$)/.exec(lastAnswer)?.[0] ?? 0);
  if (status >= 500) return 'broken';
  if (status < 400) return status === 0 ? null : 'redirect';
  return BY_STATUS.get(status) ?? 'refused';
}

const BY_STATUS: ReadonlyMap<number, AnswerHint> = new Map([
  [401, 'denied'],
  [403, 'denied'],
  [404, 'missing'],
  [405, 'missing'],
  [408, 'busy'],
  [410, 'gone'],
  [429, 'busy'],
]);
