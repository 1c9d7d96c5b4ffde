/** Reads from the sources which words each screen and dialog is drawn with, and which it says it loads. */
import { readFileSync, globSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { FIRST } from './src/i18n/first.ts';
import { SECTIONS, type Section } from './src/i18n/sections.ts';

const SOURCES = join(import.meta.dirname, 'src');
const IMPORT = /(?:^|\n)(?:import|export)\s+(?!type\b)(?:[^;]*?\sfrom\s+)?'(\.[^']+)'/g;
/** `withWords(['goals'], () => import('./goals-page.tsx'))`, or without words. */
const LOADED =
  /(?:withWords\(\s*\[([^\]]*)\],\s*)?(?:async )?\(\) =>\s*(?:\(\{\s*default: \(await )?import\('(\.[^']+\.tsx)'\)/g;
const KEY = /['"`]([a-zA-Z]+)\.([a-zA-Z]*)/g;

/** A screen or dialog that is fetched when it is first seen. */
export interface Loaded {
  /** Relative to `src`. */
  readonly from: string;
  readonly file: string;
  readonly words: readonly string[];
}

interface Sources {
  readonly loaded: readonly Loaded[];
  /** All files that the file imports at once, itself too. */
  reached(file: string): ReadonlySet<string>;
  /** The sections of words in those. */
  needs(file: string): ReadonlySet<Section>;
}

/** The section that holds each part of the catalogue: `goals`, or `chat.rules` where parts lie in several files. */
async function homes(): Promise<ReadonlyMap<string, Section>> {
  const found = new Map<string, Section>();
  for (const section of Object.keys(SECTIONS) as Section[])
    for (const [part, words] of Object.entries(await SECTIONS[section].en()))
      for (const word of Object.keys(words as object)) found.set(`${part}.${word}`, section);
  return found;
}

const firsts: ReadonlySet<string> = new Set(FIRST);

export async function readSources(): Promise<Sources> {
  const homeOf = await homes();
  const files = globSync('**/*.{ts,tsx}', { cwd: SOURCES }).filter((file) => !file.includes('.test.'));
  const textOf = new Map(files.map((file) => [file, readFileSync(join(SOURCES, file), 'utf8')]));
  const at = (from: string, path: string): string => relative(SOURCES, resolve(SOURCES, dirname(from), path));

  const sectionsOf = (file: string): Section[] =>
    file.startsWith('i18n/')
      ? []
      : [...(textOf.get(file) ?? '').matchAll(KEY)].flatMap(([, part = '', word = '']) => {
          if (firsts.has(part) || firsts.has(`${part}.${word}`)) return [];
          const home = homeOf.get(`${part}.${word}`);
          if (home !== undefined) return [home];
          // The rest of the key is made while the screen is drawn: any word of the part may be meant.
          return [...homeOf].flatMap(([key, section]) =>
            key.startsWith(`${part}.${word}`) && word === '' ? [section] : [],
          );
        });

  const reached = (file: string): ReadonlySet<string> => {
    const all = new Set([file]);
    for (const one of all)
      for (const [, path = ''] of (textOf.get(one) ?? '').matchAll(IMPORT)) all.add(at(one, path));
    return all;
  };

  return {
    loaded: files.flatMap((from) =>
      [...(textOf.get(from) ?? '').matchAll(LOADED)].map(([, words = '', path = '']) => ({
        from,
        file: at(from, path),
        words: [...words.matchAll(/'(\w+)'/g)].map(([, word = '']) => word),
      })),
    ),
    reached,
    needs: (file) => new Set([...reached(file)].flatMap(sectionsOf)),
  };
}
