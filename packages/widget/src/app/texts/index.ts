/** The window's words, in the language of the chat's settings. */
import { EN, type Texts } from './en.ts';
import { RU } from './ru.ts';

export type { Texts };

export const textsOf = (language: string): Texts => (/^ru/i.test(language) ? RU : EN);

/** Puts values into `{names}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
