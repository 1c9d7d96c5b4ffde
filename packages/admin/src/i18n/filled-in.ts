/** Fills in the simple sentences, most of a screen's, in a tenth of the library's time. It leaves it the others. */
import { oneEnd } from './one-period.ts';

const PLACE = /\{\{(\w+)\}\}/g;
/** Values that choose a form of the sentence, or say how to look for it. */
const CHOOSES = ['count', 'context', 'ordinal', 'defaultValue', 'lng', 'ns', 'replace', 'returnObjects'];

/**
 * @param sentence what stands at the key, if anything
 * @returns null where the library has to write it: another form, another sentence within it, a value that is missing
 */
export function filledIn(sentence: unknown, values: object): string | null {
  if (typeof sentence !== 'string' || sentence.includes('$t(')) return null;
  if (CHOOSES.some((name) => name in values)) return null;
  if (!sentence.includes('{{')) return oneEnd(sentence);
  let isWhole = true;
  const written = sentence.replaceAll(PLACE, (_, name: string) => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    // A value that looks like the library's own grammar is left to it, too.
    if ((typeof value !== 'string' && typeof value !== 'number') || /\$t\(|\{\{/.test(String(value)))
      isWhole = false;
    return String(value);
  });
  return isWhole && !written.includes('{{') ? oneEnd(written) : null;
}
