/** Words of the API that no screen says: the marketer reads "conversions", never "reaches". */
import { expect, it } from 'vitest';
import { en } from './en.ts';

function* textsOf(part: unknown, path = ''): Generator<readonly [path: string, text: string]> {
  if (typeof part === 'string') yield [path, part];
  else for (const [key, inner] of Object.entries(part as object)) yield* textsOf(inner, `${path}.${key}`);
}

it('no text counts reaches; something may reach your pages, or the goal', () => {
  const said = [...textsOf(en)].filter(([, text]) => /\breaches\b(?! (?:your|the)\b)/i.test(text));
  expect(said).toEqual([]);
});
