/** Starts translation in the visitor's language and switches it; a catalogue is fetched when first needed. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { onePeriod } from './one-period.ts';

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };

const STORED = 'goalpost.language';

function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** What the screen is written in now: the server gives names of its own in it, too. */
export const languageNow = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** @returns stops */
export function onLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The one chosen before, else the browser's, else English. */
function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const catalogue = language === 'ru' ? (await import('./ru.ts')).ru : (await import('./en.ts')).en;
  i18next.addResourceBundle(language, 'translation', catalogue);
}

export async function startTranslation(): Promise<void> {
  const language = firstLanguage();
  await i18next
    .use(initReactI18next)
    .use(onePeriod)
    .init({
      lng: language,
      fallbackLng: false,
      resources: {},
      interpolation: { escapeValue: false },
      returnNull: false,
      postProcess: [onePeriod.name],
    });
  await load(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
