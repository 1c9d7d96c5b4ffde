/** The window's words, in the language of the chat's settings: each has a file of its own. */
import { EN, type Texts } from './en.ts';
import { RU } from './ru.ts';

export type { Texts };

/** The build puts it in. */
declare const LANGUAGE: 'en' | 'ru';

export const TEXTS: Texts = LANGUAGE === 'ru' ? RU : EN;

/** Puts values into `{names}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
