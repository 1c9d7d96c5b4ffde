/** Addresses out of what was pasted: lines, commas, names with the address in angle brackets. */
export function pastedAddresses(text: string): string[] {
  const all = text
    // Names may hold commas, in quotes.
    .replaceAll(/"[^"\n]*"/g, ' ')
    .split(/[\n\r\t,;]+/)
    .map((piece) => /<([^<>]*)>/.exec(piece)?.[1] ?? piece)
    .flatMap((piece) =>
      piece.includes('@') ? (piece.match(/[^\s"'()]*@[^\s"'()]*/g) ?? []) : [piece.trim()],
    )
    .map((piece) =>
      piece
        .replace(/^mailto:/i, '')
        .replace(/[.:]+$/, '')
        .toLowerCase(),
    )
    .filter((piece) => piece !== '');
  return [...new Set(all)];
}
