/** `setClientAttributes`: values by the owner's ids, as the contract takes them, at most ten times an hour. */
import { namesOf } from '../../shared/plain.ts';
import type { ClientAttributes } from '@goalpost/contract/chat';
import type { Memory } from '../keep/memory.ts';

const MOST = 50;
const LONGEST_ID = 64;
const LONGEST_VALUE = 1_000;

/** Why they are refused, in words for the developer of the page. */
export function attributesFrom(value: unknown): ClientAttributes | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'not an object of values by id';
  const ids = namesOf(value);
  if (ids.length === 0 || ids.length > MOST) return `not 1 to ${MOST} attributes`;
  const attributes: ClientAttributes = {};
  for (const id of ids) {
    const given = (value as Record<string, unknown>)[id];
    const isId = id !== '' && id.length <= LONGEST_ID;
    const isValue = typeof given === 'string' ? given.length <= LONGEST_VALUE : Number.isFinite(given);
    if (!isId) return `not an id of at most ${LONGEST_ID} characters: ${id}`;
    if (!isValue) return `neither a number nor a text of at most ${LONGEST_VALUE} characters: ${id}`;
    attributes[id] = given as string | number;
  }
  return attributes;
}

const MOST_CALLS = 10;
const HOUR_MS = 3_600_000;

/** Counts a call. False: there were ten within the hour before, in all tabs of the visitor. */
export function mayCall(memory: Memory, now: number): boolean {
  const kept = memory.read('attributes');
  const recent = (Array.isArray(kept) ? kept : []).filter((at) => now - Number(at) < HOUR_MS);
  if (recent.length >= MOST_CALLS) return false;
  memory.write('attributes', [...recent, now]);
  return true;
}
