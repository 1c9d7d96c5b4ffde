/** What labels are made from: the language, and names that only the records store knows. */
import type { DimensionValue } from '@goalpost/contract/reports';
import type { Language } from '../parse/request.ts';

/** Latest names of operators and of rules, by their ids. */
export interface ChatNames {
  readonly operators: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, string>;
}

export interface Words {
  readonly lang: Language;
  /** Names of goals that are not deleted, by number. */
  readonly goalNames: ReadonlyMap<string, string>;
  /** Null where the question does not show them. */
  readonly chatNames?: ChatNames | null;
}

export type Names = Readonly<Record<string, { readonly en: string; readonly ru: string }>>;

/** A label from a table; a value that is not in it stands for itself. */
export function fromTable(names: Names): (value: string, words: Words) => DimensionValue {
  return (value, { lang }) => ({
    id: value,
    name: (Object.hasOwn(names, value) ? names[value]?.[lang] : null) ?? value,
  });
}
