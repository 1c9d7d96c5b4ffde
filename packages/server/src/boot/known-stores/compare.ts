/** Whether the stores of one server belong together, and which of them is the older one. */
import { createHash } from 'node:crypto';

export interface RecordsFacts {
  /** Null: new, or of before version 0.2. */
  readonly id: string | null;
  readonly stamp: number;
  /** The last stamp that both others are known to have had. */
  readonly confirmed: number;
  readonly goal: number;
  readonly changes: number;
}

export interface OtherFacts {
  readonly id: string | null;
  readonly stamp: number;
  readonly goal: number;
  readonly changes: number;
  /** Counters it knows that the records do not. */
  readonly unknownCounters: readonly number[];
}

export type Other = 'analytics' | 'journal';
export type Mismatch =
  | { readonly kind: 'other_installation'; readonly with: Other }
  | { readonly kind: 'records_older'; readonly with: Other; readonly what: string }
  | { readonly kind: 'other_older'; readonly with: Other; readonly what: string };

/** Null: they belong together. The older one lacks what the other one knows. */
export function compare(records: RecordsFacts, other: OtherFacts, name: Other): Mismatch | null {
  if (other.id !== null && other.id !== records.id) return { kind: 'other_installation', with: name };
  const beyond = beyondRecords(records, other);
  if (beyond !== null) return { kind: 'records_older', with: name, what: beyond };
  if (other.stamp < records.confirmed) {
    const what =
      other.id === null
        ? 'it knows nothing of this installation yet'
        : `it was last noted as number ${other.stamp}, and had been at ${records.confirmed}`;
    return { kind: 'other_older', with: name, what };
  }
  return null;
}

function beyondRecords(
  records: RecordsFacts,
  { goal, changes, stamp, unknownCounters }: OtherFacts,
): string | null {
  if (goal > records.goal)
    return `goals go up to number ${goal} there, and to ${records.goal} in the records`;
  if (unknownCounters.length > 0)
    return `counter ${unknownCounters[0]} has hits there, and is not in the records`;
  if (changes > records.changes)
    return `${changes} changes of counters and goals are known there, and ${records.changes} in the records`;
  if (stamp > records.stamp)
    return `it was noted as number ${stamp}, and the records are at ${records.stamp}`;
  return null;
}

/** What accepts this very state of the stores, and no other. */
export function codeOf(...facts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 8);
}

/** Where each of them is, in words. */
export type Places = Readonly<Record<'records' | Other, string>>;

export function sentenceOf(mismatch: Mismatch, places: Places, code: string): string {
  const { records } = places;
  const other = places[mismatch.with];
  const accept = `set GOALPOST_ACCEPT_MISMATCH=${code}`;
  const numbers = 'Numbers of goals, counters and segments then go on above the highest that either knows';
  switch (mismatch.kind) {
    case 'other_installation':
      return `${capital(records)} and ${other} belong to different installations of Goalpost. Put those together that belong together (see GOALPOST_DATA, GOALPOST_DATABASE_URL, GOALPOST_CLICKHOUSE_URL), or, to use them together from now on, ${accept}. ${numbers}.`;
    case 'records_older':
      return `${capital(records)} is older than ${other}, or new: ${mismatch.what}. Restore ${records} as it was with ${other}, or, to go on without what is missing, ${accept}. ${numbers}.`;
    case 'other_older':
      return `${capital(other)} is older than ${records}, or new: ${mismatch.what}. Restore ${other} as it was with ${records}, or, to go on without what is missing, ${accept}. ${numbers}.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
