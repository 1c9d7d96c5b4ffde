/** Finds the word of a list that was most probably meant, so that a refusal can suggest it. */

/** Longer ones are not looked at: time grows with the square of the length. */
const MAX_LENGTH = 64;

/** @returns null where none is near */
export function nearest(given: string, known: readonly string[]): string | null {
  const word = plain(given);
  if (word === '' || word.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of known) {
    // A letter too many at the end is likelier than another letter there.
    const distance = edits(word, plain(candidate)) - (word.startsWith(plain(candidate)) ? 0.5 : 0);
    if (distance < least && distance <= allowed(word, plain(candidate)))
      [best, least] = [candidate, distance];
  }
  return best;
}

/** `Date-1`, `date_1` and `ids[]` are the same mistake as `date1` and `ids` in other clothes. */
const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function allowed(a: string, b: string): number {
  return Math.max(a.length, b.length) < 4 ? 1 : Math.max(2, Math.floor(Math.min(a.length, b.length) / 3));
}

/** How many letters are to be put in, left out or changed. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_item, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
