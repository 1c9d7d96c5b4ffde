/** Says a refusal in the language of the screen; the words are fetched when the first is shown. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import { languageNow } from './i18n.ts';

/** `english` is what the server said. */
export type Said = Partial<ApiErrorItem> & { readonly english?: string };

export async function inWords(items: readonly Partial<ApiErrorItem>[]): Promise<readonly Said[]> {
  if (languageNow() === 'en') return items;
  const { sayInRussian } = await import('./ru/refusals/say.ts');
  return items.map((item) => ({ ...item, english: item.message ?? '', message: sayInRussian(item) }));
}
