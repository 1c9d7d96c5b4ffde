/** Says a refusal in the language of the screen; the words are fetched when the first is shown. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import { languageNow } from './i18n.ts';

/** `english` is what the server said. */
export type Said = Partial<ApiErrorItem> & { readonly english?: string };

/** Programs know a parameter by its name, and so does `location`; to people `ids: ` says nothing. */
function withoutName(item: Partial<ApiErrorItem>): Said {
  const { message = '', location = '' } = item;
  const words = message.slice(location.length + 2);
  if (location === '' || words === '' || !message.startsWith(`${location}: `)) return item;
  // A sentence may begin with the name of a metric, where capitals count.
  const isWord = /^[a-z]+(?![\w:.[])/.test(words);
  const said = isWord ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return { ...item, english: message, message: said };
}

export async function inWords(items: readonly Partial<ApiErrorItem>[]): Promise<readonly Said[]> {
  if (languageNow() === 'en') return items.map(withoutName);
  const { sayInRussian } = await import('./ru/refusals/say.ts');
  return items.map((item) => ({ ...item, english: item.message ?? '', message: sayInRussian(item) }));
}
