/** `setCustomData`: what the page says of the visitor to the operator. */
import { bag, textOf } from '../../shared/globals.ts';

export interface Field {
  readonly title?: string;
  readonly key?: string;
  readonly content: string;
  readonly link?: string;
}

export const MOST_FIELDS = 10;

/** Null where it is no list of at most ten. Fields of which the page knows no content are left out. */
export function fieldsFrom(value: unknown): Field[] | null {
  if (!Array.isArray(value) || value.length > MOST_FIELDS) return null;
  return value.map(fieldFrom).filter((field) => field !== null);
}

function fieldFrom(value: unknown): Field | null {
  const given = bag(value);
  const content = textOf(given['content']).slice(0, 1_000);
  if (content === '') return null;
  const [title, key, link] = ['title', 'key', 'link'].map((name) => textOf(given[name]));
  return {
    content,
    ...(title ? { title: title.slice(0, 255) } : {}),
    ...(key ? { key: key.slice(0, 255) } : {}),
    ...(link ? { link: link.slice(0, 1_000) } : {}),
  };
}
