/** Gives parts of a screen its words. The build takes it for `react-i18next`, whose hook costs each part more. */
import i18next, { type i18n, type TFunction } from 'i18next';
import {
  createContext,
  createElement,
  useContext,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

interface Translation {
  readonly t: TFunction;
  readonly i18n: i18n;
}

/** A word without values is looked up once: a table asks for the same few hundreds of times. */
function translationOf(language: string): Translation {
  const look = i18next.getFixedT(language);
  const found = new Map<string, string>();
  const t = (key: string, values?: object): string => {
    if (values !== undefined) return look(key as never, values as never) as unknown as string;
    const known = found.get(key);
    if (known !== undefined) return known;
    const word = look(key as never) as unknown as string;
    found.set(key, word);
    return word;
  };
  return { t: t as unknown as TFunction, i18n: i18next };
}

/** Changes with the language, and with each file of words that has come. */
function words() {
  let came = 0;
  return {
    subscribe(changed: () => void): () => void {
      const onAdded = (): void => {
        came += 1;
        changed();
      };
      i18next.on('languageChanged', onAdded);
      i18next.store.on('added', onAdded);
      return () => {
        i18next.off('languageChanged', onAdded);
        i18next.store.off('added', onAdded);
      };
    },
    now: (): string => `${i18next.language} ${came}`,
  };
}

const Words = createContext<Translation | null>(null);

export function TranslationScope({ children }: { readonly children: ReactNode }) {
  const { subscribe, now } = useMemo(words, []);
  const state = useSyncExternalStore(subscribe, now);
  // Its state is the language and how many files have come.
  const value = useMemo(() => translationOf(state.split(' ')[0] ?? ''), [state]);
  return createElement(Words, { value }, children);
}

/** @throws outside the app */
export function useTranslation(): Translation {
  const found = useContext(Words);
  if (found === null) throw new Error('no words are loaded here');
  return found;
}
