/** `*` is any run of characters; what LIKE takes for a pattern besides is taken literally. */
export function likePattern(wildcard: string): string {
  return wildcard.replace(/[\\%_]/g, String.raw`\$&`).replaceAll('*', '%');
}
