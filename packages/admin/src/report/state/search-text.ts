/** A text that is looked for in a table, as a condition of the API [M149]; pure. */

/** Longer ones fit nothing that a table shows. */
export const LONGEST_TEXT = 100;

/** In any case, and nothing in it but text; then as a text of the grammar. */
export function pattern(text: string): string {
  const literal = `(?i)${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}`;
  return literal.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`);
}

/**
 * @param names dimensions of the table's levels as the API spells them
 * @returns undefined where nothing is looked for, or in nothing
 */
export function foundBy(text: string | undefined, names: readonly string[]): string | undefined {
  const wanted = (text ?? '').trim();
  if (wanted === '' || names.length === 0) return undefined;
  return names.map((name) => `${name}=~'${pattern(wanted)}'`).join(' OR ');
}
