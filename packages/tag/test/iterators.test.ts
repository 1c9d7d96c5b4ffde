/** [W29] What asks a list's iterator, which pages remove or replace: nowhere in what runs on every page. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { type Node, visit } from '../split.ts';

/** By file and text, each with why nothing is lost where there are no iterators. */
const ALLOWED: Readonly<Record<string, string>> = {
  'counter/queue.ts: ...args': 'hands on to another tag what is not ours, as it was called',
  "modules/hashes.ts: ...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))":
    'inside a `try`: without, contact data stays on the page',
};

/** Nodes of the syntax tree that ask an iterator; a spread into an object does not. */
function asking(tree: Node): Node[] {
  const found: Node[] = [];
  visit(tree, (node, parent) => {
    const { type } = node;
    const isMade = parent?.type === 'NewExpression' && parent['callee'] !== node;
    const maker = isMade ? String((parent['callee'] as Node)['name']) : '';
    if (
      type === 'ForOfStatement' ||
      type === 'ArrayPattern' ||
      (type === 'YieldExpression' && node['delegate'] === true) ||
      (type === 'SpreadElement' && parent?.type !== 'ObjectExpression') ||
      /^(Weak)?(Map|Set)$/.test(maker)
    )
      found.push(node);
  });
  return found;
}

/** Functions that take all that they are called with: they stand in the place of the page's own. */
function replacing(tree: Node): Node[] {
  const found: Node[] = [];
  visit(tree, (node) => {
    const params = Array.isArray(node['params']) ? (node['params'] as Node[]) : [];
    if (params.some(({ type }) => type === 'RestElement')) found.push(node);
  });
  return found;
}

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const parse = (text: string): Node => parseAst(text, { lang: 'ts' }) as unknown as Node;

function sources(...folders: string[]): [name: string, text: string][] {
  return folders
    .flatMap((folder) =>
      readdirSync(SOURCES + folder, { recursive: true }).map((name) => `${folder}/${name}`),
    )
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [name, readFileSync(SOURCES + name, 'utf8')]);
}

const textOf = (text: string, { start, end }: Node): string =>
  text
    .slice(start, end)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\() | (?=\))|,(?= \))/g, '');

describe('iterators', () => {
  it('are asked by none of the tag’s parts', () => {
    const all: [string, string][] = [
      ['main.ts', readFileSync(`${SOURCES}main.ts`, 'utf8')],
      ...sources('counter', 'methods', 'modules', 'shared', 'wire'),
    ];
    const found = all.flatMap(([name, text]) =>
      asking(parse(text)).map((node) => `${name}: ${textOf(text, node)}`),
    );
    expect(found.toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
  });

  it('are asked by nothing that stands in the place of a function of the page', () => {
    const found = sources('vendors')
      .filter(([name]) => name !== 'vendors/compose.ts')
      .flatMap(([name, text]) =>
        replacing(parse(text)).flatMap((run) => asking(run).map((node) => `${name}: ${textOf(text, node)}`)),
      );
    expect(found).toEqual([]);
  });

  it.each([
    ['const [a] = b'],
    ['run(([a]) => a)'],
    ['[a] = b'],
    ['for (const a of b) run(a)'],
    ['run(...a)'],
    ['new Run(...a)'],
    ['b = [...a]'],
    ['new Set(a)'],
    ['function* run() { yield* a }'],
  ])('are found in %s', (text) => {
    expect(asking(parse(text))).toHaveLength(1);
  });

  it.each([
    ['const { a } = b'],
    ['b = { ...a }'],
    ['run((...a) => a)'],
    ['new Set()'],
    ['for (const a in b) run(a)'],
  ])('are not found in %s', (text) => {
    expect(asking(parse(text))).toEqual([]);
  });
});
