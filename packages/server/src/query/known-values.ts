/** Dimensions whose values are known by more than their ids, and what a text of a filter means among them. */
import type { DimensionValue } from '@goalpost/contract/reports';
import type { Words } from './shape/words.ts';

export interface KnownValues {
  /** There are no other values: one that is not among them is refused. */
  readonly closed: boolean;
  /** Ids, and what else the field and people call them; labels count as names without being said here. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** Ids that are known by their labels alone. */
export const named = (ids: readonly string[], more: KnownValues['names'] = {}): KnownValues['names'] =>
  Object.fromEntries(ids.map((id) => [id, more[id] ?? []]));

/** What is known by names has them. */
export interface Labelled {
  readonly known?: KnownValues;
  label?(value: string, words: Words): DimensionValue;
}

/** One of them, with all that it may be called. */
export interface KnownValue {
  readonly id: string;
  /** The id among them. */
  readonly spellings: readonly string[];
}

/** With the labels of both languages, whatever the language of the answer: a segment outlives it. */
export function knownValues(
  { known, label }: Labelled,
  goalNames: Words['goalNames'] = new Map(),
): KnownValue[] {
  return Object.entries(known?.names ?? {}).map(([id, names]) => ({
    id,
    spellings: [
      id,
      ...(['en', 'ru'] as const).flatMap((lang) => label?.(id, { lang, goalNames }).name ?? []),
      ...names,
    ],
  }));
}

/** Case and the outer spaces make no difference to a value that is known. */
const plain = (text: string): string => text.trim().toLowerCase();

/** @returns the id, or every id that is so called: a search engine and a mail service may share a name */
export function findKnown(values: readonly KnownValue[], text: string): string[] {
  if (values.some(({ id }) => id === text)) return [text];
  const wanted = plain(text);
  const found = values.filter(({ spellings }) => spellings.some((one) => plain(one) === wanted));
  return found.map(({ id }) => id);
}

const MAX_TOLD = 40;

/** The ids, for a refusal. */
export function toldValues(values: readonly KnownValue[]): string {
  if (values.length === 0) return 'there are none';
  const told = values
    .slice(0, MAX_TOLD)
    .map(({ spellings: [id = '', name] }) => (name === undefined || name === id ? id : `${id} (${name})`));
  return `${told.join(', ')}${values.length > told.length ? ', …' : ''}`;
}
