/** Labels of dimensions that are either so or not, and how filters may say them. */
import type { KnownValues } from '../known-values.ts';
import { fromTable } from '../shape/words.ts';

export const yesOrNo = fromTable({ yes: { en: 'Yes', ru: 'Да' }, no: { en: 'No', ru: 'Нет' } });

/** @param more what else the field and people call the two */
export function yesNoValues(more: { yes?: readonly string[]; no?: readonly string[] } = {}): KnownValues {
  return {
    closed: true,
    names: { yes: ['true', '1', ...(more.yes ?? [])], no: ['false', '0', ...(more.no ?? [])] },
  };
}
