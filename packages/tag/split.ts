/** Cuts the built script at the marks of its modules, and makes sure that each can stand alone. */
import { createHash } from 'node:crypto';
import { parseAst } from 'vite';
import { TAG_MODULE_NAMES, type TagModule } from '@goalpost/contract/tag-modules';
import { STARTS_FOR_ALL, type TagParts } from './src/compose.ts';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Shows `see` each node of a syntax tree, with the one that holds it and the name under which it does. */
export function visit(node: Node, see: (node: Node, parent: Node | null, key: string) => void): void {
  const walk = (at: Node, parent: Node | null, from: string): void => {
    see(at, parent, from);
    for (const [key, value] of Object.entries(at))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, at, key);
  };
  walk(node, null, '');
}

/** One of them names a module in its list: they are the page's bytes. Those after `o` start where they were asked for. */
const LETTERS = ['$_abcdefghijklmno', 'pqrstuvwxyz'] as const;

/** @throws Error where a module is missing, or uses something of the core by its name */
export function splitTag(code: string): TagParts {
  let kit: Node[] | undefined;
  const found: { name: TagModule; start: number; keyEnd: number; end: number }[] = [];
  /** Names of what every script has, in the list in which modules stand. */
  let taken: unknown[] = [];
  visit(parseAst(code) as unknown as Node, (node, parent) => {
    const key = node['key'] as (Node & { readonly value?: unknown }) | undefined;
    if (node.type === 'CallExpression' && nameOf(node['callee']) === 'default')
      kit = node['arguments'] as Node[];
    if (node.type !== 'Property' || typeof key?.value !== 'string' || !key.value.startsWith('@')) return;
    taken = (parent!['properties'] as Node[]).map((one) => nameIn(one['key']));
    found.push({
      name: key.value.slice(1) as TagModule,
      start: node.start,
      keyEnd: key.end,
      end: node.end,
    });
  });
  const missing = TAG_MODULE_NAMES.filter((name) => found.filter((one) => one.name === name).length !== 1);
  if (missing.length > 0) throw new Error(`Not once in the built tag: ${missing.join(', ')}.`);

  if (!kit?.every(({ type }) => type === 'Identifier')) throw new Error('The built tag hands no names on.');
  const kept = kit.map((one) => String(one['name']));

  const pieces: TagParts['pieces'][number][] = [];
  const modules = {} as Record<TagModule, string>;
  let from = 0;
  for (const { name, start, keyEnd, end } of found.toSorted((a, b) => a.start - b.start)) {
    modules[name] = code.slice(keyEnd, end);
    const strange = namesFromOutside(modules[name]).filter((used) => !kept.includes(used));
    if (strange.length > 0)
      throw new Error(
        `The module "${name}" uses ${strange.join(', ')} of the core, which "shared/kit.ts" does not hand on.`,
      );
    pieces.push(code.slice(from, start), { module: name });
    from = code[end] === ',' ? end + 1 : end;
  }
  pieces.push(code.slice(from));
  const build = createHash('sha256').update(code).digest('hex').slice(0, 8);
  const named = pieces.map((piece) =>
    typeof piece === 'string' ? piece.replaceAll('GOALPOST_BUILD', build) : piece,
  );
  const free = LETTERS.map((all) => all.split('').filter((letter) => !taken.includes(letter)));
  const keys = Object.fromEntries(
    TAG_MODULE_NAMES.map((name) => [name, free[STARTS_FOR_ALL.includes(name) ? 0 : 1]!.shift()!]),
  );
  return { build, pieces: named, kit: kept.join(), modules, keys: keys as TagParts['keys'] };
}

const nameIn = (key: unknown): unknown => (isNode(key) ? (key['name'] ?? key['value']) : undefined);

/** What a member is called: `default` of `loaded.default`. */
const nameOf = (callee: unknown): unknown =>
  isNode(callee) && isNode(callee['property']) ? callee['property']['name'] : undefined;

/** Whether the identifier only says how a property is called. */
const isKey = (parent: Node, key: string): boolean =>
  parent['computed'] !== true &&
  ((parent.type === 'MemberExpression' && key === 'property') ||
    (parent.type === 'Property' && key === 'key'));

/** Names that a pattern declares: of `{ a, b: { c = 1 } }` these are a and c. */
function namesIn(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  const { type } = pattern;
  if (type === 'Identifier') return [String(pattern['name'])];
  if (type === 'AssignmentPattern') return namesIn(pattern['left']);
  if (type === 'RestElement') return namesIn(pattern['argument']);
  if (type === 'Property') return namesIn(pattern['value']);
  return [pattern['properties'], pattern['elements']].flat().flatMap(namesIn);
}

/** What a block or function declares for all that it holds. */
function declaredBy(node: Node): string[] {
  const inside = [node['body'], node['init'], node['left'], node['param']].flat().filter(isNode);
  const declared = inside.flatMap((one) =>
    one.type === 'VariableDeclaration'
      ? (one['declarations'] as Node[]).flatMap(({ id }) => namesIn(id))
      : namesIn(one.type.endsWith('Declaration') ? one['id'] : undefined),
  );
  const params = Array.isArray(node['params']) ? node['params'].flatMap(namesIn) : [];
  return [...declared, ...params, ...(node.type === 'CatchClause' ? namesIn(node['param']) : [])];
}

/** Names of the built core have two signs at most; those of the browser have more. */
export function namesFromOutside(module: string): string[] {
  const used = new Set<string>();
  const walk = (node: Node, parent: Node | null, from: string, known: ReadonlySet<string>): void => {
    const inner = new Set([...known, ...declaredBy(node)]);
    const name = String(node['name']);
    if (node.type === 'Identifier' && parent !== null && !isKey(parent, from) && !inner.has(name))
      used.add(name);
    for (const [key, value] of Object.entries(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) walk(child, node, key, inner);
  };
  walk(parseAst(`({module${module}})`) as unknown as Node, null, '', new Set());
  return [...used].filter((name) => name.length <= 2);
}
