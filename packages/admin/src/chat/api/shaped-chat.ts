/** Reads the chat's answers. */
type Shapes = typeof import('./shapes.ts');

/** Reads an answer by a shape that is loaded when first needed. */
export function shapedChat<T>(
  pick: (shapes: Shapes) => { parse(answer: unknown): T },
): (answer: unknown) => Promise<T> {
  return async (answer) => pick(await import('./shapes.ts')).parse(answer);
}
