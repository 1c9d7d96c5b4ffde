/** [C111] What the browser calls by itself throws nothing into the page, whatever built-in is replaced, and when. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Where the browser comes in again after the start: timers, and events of page and network. */
const FILES = [
  'line.ts',
  'poll-wire.ts',
  'socket-wire.ts',
  'hear.ts',
  '../../launcher/main.ts',
  '../../launcher/ask.ts',
];
const TIMERS = /^(setTimeout|setInterval|requestIdleCallback|requestAnimationFrame|queueMicrotask)$/;
const GUARDS = /^(guard|tried|quietly)$/;
/** By file and text, each with why it throws nothing. */
const ALLOWED: Readonly<Record<string, string>> = {
  '../../launcher/main.ts: findHome': 'is cleared before it runs: whether there are timers is asked so',
  '../../launcher/main.ts: link': 'names no built-in outside its own `try`',
  '../../launcher/main.ts: () => shell || place()': '`place` is guarded',
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node))
    for (const child of [value].flat()) if (isNode(child)) visit(child, see);
}

/** Without what only TypeScript has. */
const bare = (node: Node): Node => (node.type.startsWith('TS') ? bare(node['expression'] as Node) : node);

const called = (node: Node): string => {
  const { type, callee } = node as Node & { readonly callee?: Node };
  if (type !== 'CallExpression' || !callee) return '';
  return String(callee['name'] ?? (callee['property'] as Node | undefined)?.['name'] ?? '');
};

/** Texts of what a file hands to the browser that is not guarded. */
function unguarded(code: string): string[] {
  const tree = parseAst(code, { lang: 'ts' }) as unknown as Node;
  const safe = new Set<string>();
  visit(tree, (node) => {
    const init = node['init'];
    if (node.type === 'VariableDeclarator' && isNode(init) && GUARDS.test(called(bare(init))))
      safe.add(String((node['id'] as Node)['name']));
  });
  const isSafe = (given: Node): boolean => {
    const node = bare(given);
    const name = called(node);
    if (GUARDS.test(name) || (node.type === 'Identifier' && safe.has(String(node['name'])))) return true;
    // One that only calls what is guarded.
    return node.type === 'ArrowFunctionExpression' && isCall(node['body'] as Node);
  };
  const isCall = (body: Node): boolean => GUARDS.test(called(body)) || safe.has(called(body));
  const found: string[] = [];
  const check = (given: unknown): void => {
    if (isNode(given) && !isSafe(given)) found.push(code.slice(given.start, given.end));
  };
  // Listeners that stand in a table: its last column.
  visit(tree, (node) => {
    const all = node['arguments'] as Node[] | undefined;
    const name = called(node);
    if (TIMERS.test(name)) check(all![0]);
    if (name === 'addEventListener' && bare(all![1]!)['name'] !== 'run') check(all![1]);
    if (node.type === 'AssignmentExpression') {
      const left = node['left'] as Node;
      const key = String((left['property'] as Node | undefined)?.['name'] ?? '');
      if (/^on[a-z]+$/.test(key)) check(node['right']);
    }
    if (node.type === 'VariableDeclarator' && (node['id'] as Node)['name'] === 'listeners')
      for (const row of bare(node['init'] as Node)['elements'] as Node[])
        check((row['elements'] as Node[])[2]);
  });
  return found;
}

const read = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../src/link/wire/${file}`, import.meta.url)), 'utf8');

it.each(FILES)('what the browser calls in %s is guarded', (file) => {
  const wrong = unguarded(read(file)).filter((text) => !(`${file}: ${text}` in ALLOWED));
  expect(wrong).toEqual([]);
});

it('sees each way in', () => {
  const ways = `queueMicrotask(a); requestAnimationFrame(() => a(b)); addEventListener('x', a as never); one.onclick = a;
    const listeners = [[window, 'x', a]] as const; requestIdleCallback(() => { guarded() });`;
  const ok = `const b = guard(() => 1); requestAnimationFrame(b); queueMicrotask(() => b(1)); one.onclick = b; addEventListener('x', guard(a));`;
  expect(unguarded(ways)).toHaveLength(6);
  expect(unguarded(ok)).toEqual([]);
});
