/** Starts translation in the visitor's language and switches it; a catalogue is fetched when first needed. */
import i18next from 'i18next';
import { onePeriod } from './one-period.ts';
import { SECTIONS, type Section } from './sections.ts';

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

/** The library's own store says, beside the words, which sections screens have asked for and which are there. */
type Note = 'asked' | 'loaded';
const note = (language: Language, what: Note, section: string): void => {
  i18next.addResource(language, what, section, section, { silent: true });
};
/** Whatever the language was in which they were asked for: another one needs the same. */
const askedSections = (): Section[] =>
  LANGUAGES.flatMap((language) =>
    Object.keys((i18next.getResourceBundle(language, 'asked') ?? {}) as object),
  ) as Section[];

async function loadOnce(language: Language, section: Section | 'first'): Promise<void> {
  if (i18next.getResource(language, 'loaded', section) !== undefined) return;
  const words =
    section === 'first'
      ? (await (language === 'ru' ? import('./first/ru.ts') : import('./first/en.ts'))).words
      : await SECTIONS[section][language]();
  i18next.addResourceBundle(language, 'translation', words, true, true);
  note(language, 'loaded', section);
}

async function load(language: Language): Promise<void> {
  await loadOnce(language, 'first');
  await Promise.all(askedSections().map((section) => loadOnce(language, section)));
}

/** Fetches sections in the language of the screen. */
export async function loadWords(sections: readonly Section[]): Promise<void> {
  for (const section of sections) note(languageNow(), 'asked', section);
  await Promise.all(sections.map((section) => loadOnce(languageNow(), section)));
}

/** A screen or dialog, and beside it the words that it is drawn with. */
export const withWords =
  <Module>(sections: readonly Section[], loadModule: () => Promise<Module>) =>
  async (): Promise<Module> =>
    (await Promise.all([loadModule(), loadWords(sections)]))[0];

export async function startTranslation(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(onePeriod).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    // The sentences of help come after the first screen: their places are empty until then.
    parseMissingKeyHandler: (key: string) => (/^(?:metric|dimension)Help\./.test(key) ? '' : key),
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
