/** What is shown of a refusal in Russian: its own words, or at least those of its kind. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import { createRefusalWords } from '../../refusal-words.ts';
import { refusals } from './index.ts';
import { kinds } from './kinds.ts';

const words = createRefusalWords(refusals);

export function sayInRussian({ message = '', error_type: kind, location }: Partial<ApiErrorItem>): string {
  const said = words(message);
  if (said !== null) return said;
  const why = kind === undefined ? 'Сервер отклонил запрос' : kinds[kind];
  return location === undefined ? why : `${why} (${location})`;
}
