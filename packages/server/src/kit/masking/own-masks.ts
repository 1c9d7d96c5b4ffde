/** Masks of an owner's own: names with `*`, and shapes such as `ORD-######` [P9]. */

/** Characters that `*` stands for in a shape, so that it is found in proportion to the text. */
const MOST_OF_A_STAR = 64;
const MAX_LENGTH = 100;
/** What a mask must hold that is no `*`: with fewer it would match nearly everything. */
const LEAST_OF_A_NAME = 2;
const LEAST_OF_A_SHAPE = 3;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** Why a mask is refused, in a sentence; null: it is not. */
export function faultOfName(mask: string): string | null {
  if (mask.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  if (/[\s&=#?]/.test(mask)) return 'a name holds no space and none of & = # ?';
  if (mask === '') return 'it is empty';
  if (mask.includes('*') && mask.replaceAll('*', '').length < LEAST_OF_A_NAME)
    return `it would match nearly every name: ${LEAST_OF_A_NAME} characters beside * are needed`;
  return null;
}

export function faultOfShape(mask: string): string | null {
  if (mask.length > MAX_LENGTH) return `it is longer than ${MAX_LENGTH} characters`;
  if (mask.split('*').length > 2) return 'it may hold one * at most';
  if (mask.replaceAll(/[*\s]/g, '').length < LEAST_OF_A_SHAPE)
    return `it would match nearly everything: ${LEAST_OF_A_SHAPE} characters beside * are needed`;
  return null;
}

/** `*` stands for anything in a name, whose case does not count. */
export function nameTest(masks: readonly string[]): ((name: string) => boolean) | null {
  const sound = masks.filter((mask) => faultOfName(mask) === null);
  if (sound.length === 0) return null;
  const plain = new Set(sound.filter((mask) => !mask.includes('*')).map((mask) => mask.toLowerCase()));
  const globs = sound.filter((mask) => mask.includes('*')).map((mask) => mask.toLowerCase().split('*'));
  return (name) => {
    const lower = name.toLowerCase();
    return plain.has(lower) || globs.some((parts) => fits(lower, parts));
  };
}

/** Without backtracking: each part is looked for after the one before it. */
function fits(name: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}

/** `#` is a digit, `*` up to 64 letters, digits and dashes. Null: there are none. */
export function shapeOf(masks: readonly string[]): RegExp | null {
  const sound = masks.filter((mask) => faultOfShape(mask) === null);
  if (sound.length === 0) return null;
  const patterns = sound.map((mask) =>
    escaped(mask)
      .replaceAll('#', String.raw`\d`)
      .replaceAll(String.raw`\*`, String.raw`[\p{L}\p{N}_-]{0,${MOST_OF_A_STAR}}`),
  );
  // In the mode `v` and `u` a dash is not escaped outside of a class.
  return new RegExp(patterns.map((pattern) => pattern.replaceAll(String.raw`\-`, '-')).join('|'), 'giu');
}
