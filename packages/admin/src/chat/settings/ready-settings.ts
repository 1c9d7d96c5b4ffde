/** Texts that the chat has by itself, and settings as they are sent. Pure. */
import type { ChatSettings, ChatTexts } from '@goalpost/contract/chat';

/** What visitors read where the owner said nothing else. */
const BUILT_IN: Readonly<Record<string, ChatTexts>> = {
  en: {
    title: 'Chat with us',
    greeting: 'Hello! How can we help?',
    offlineText: 'Nobody is here right now. Leave a message and we will answer by e-mail.',
  },
  ru: {
    title: 'Напишите нам',
    greeting: 'Здравствуйте! Чем можем помочь?',
    offlineText: 'Сейчас никого нет на месте. Оставьте сообщение, и мы ответим по почте.',
  },
};
const ENGLISH: ChatTexts = { title: '', greeting: '', offlineText: '', ...BUILT_IN['en'] };

export const builtIn = (language: string): ChatTexts => BUILT_IN[language] ?? ENGLISH;

export const textsOf = (settings: ChatSettings, language: string): ChatTexts =>
  settings.texts[language] ?? builtIn(language);

/** Leaves out what says nothing: empty departments and addresses, texts as they are anyway. */
export function readySettings(settings: ChatSettings): ChatSettings {
  return {
    ...settings,
    texts: Object.fromEntries(
      Object.entries(settings.texts).flatMap(([language, texts]) => {
        const whole = filled(texts, builtIn(language));
        return BUILT_IN[language] !== undefined && same(whole, builtIn(language)) ? [] : [[language, whole]];
      }),
    ),
    departments: settings.departments.filter(({ name }) => name.trim() !== ''),
    show: { ...settings.show, urls: settings.show.urls.filter(({ value }) => value.trim() !== '') },
  };
}

/** An empty text would be an empty place in the window. */
function filled(texts: ChatTexts, otherwise: ChatTexts): ChatTexts {
  return {
    title: texts.title.trim() || otherwise.title,
    greeting: texts.greeting.trim() || otherwise.greeting,
    offlineText: texts.offlineText.trim() || otherwise.offlineText,
  };
}

function same(one: ChatTexts, other: ChatTexts): boolean {
  return (
    one.title === other.title && one.greeting === other.greeting && one.offlineText === other.offlineText
  );
}
