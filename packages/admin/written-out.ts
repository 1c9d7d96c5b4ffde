/** Writes modules of plain data out at build: what they export stays, and what they took it from does not. */
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Tables that hold both languages beside each other, or more than is taken from them. */
const DATA =
  /\/(?:admin\/src\/i18n\/(?:first|help)\/(?:en|ru)|contract\/src\/reports\/names\/(?:metrics|dimensions|ours-alone))\.ts$/;

export const writtenOut: Plugin = {
  name: 'written-out',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    if (!DATA.test(id)) return null;
    const values = (await import(pathToFileURL(id).href)) as Readonly<Record<string, unknown>>;
    return Object.entries(values)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
};
