/** What a language must provide: the same keys as English, with every plural form the language has. */
import type { en } from './en.ts';

type PluralBase<K> = K extends `${infer Base}_other` ? Base : never;
type Plain<T> = Exclude<keyof T, `${PluralBase<keyof T>}_${'one' | 'other'}`>;

/** `Forms`: the plural categories of the language, as Intl.PluralRules names them. */
export type Translation<T, Forms extends string> = T extends string
  ? string
  : { readonly [K in Plain<T>]: Translation<T[K], Forms> } & {
      readonly [K in `${PluralBase<keyof T>}_${Forms}`]: string;
    };

export type English = typeof en;
export type Russian = Translation<English, 'one' | 'few' | 'many' | 'other'>;
