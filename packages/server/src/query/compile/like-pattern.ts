/** `*` is any run of characters; other signs of LIKE are taken literally. */
export function likePattern(wildcard: string): string {
  return wildcard.replace(/[\\%_]/g, String.raw`\$&`).replaceAll('*', '%');
}
