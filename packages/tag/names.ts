/**
 * Gives the built script its short names. Which letter a variable has makes no difference to a browser, but to gzip:
 * texts that are alike take a few bits. `choose-names.ts` looks for letters that make most of them alike, 4 % of the
 * core, and keeps what it found in `names.json`; the build only looks there, so that it stays quick and the same.
 */
import { parseAst } from 'vite';
import { type Declared, declaredAtTop, type Part } from './order.ts';
import { isOurs, mayMeet } from './own-types.ts';
import { areRivals, childrenOf, isKey, variablesOf } from './scopes.ts';
import { isNode, type Node, visit } from './split.ts';

/** `names.json`: keys with spaces between them. */
export interface NameFile {
  /** What is called so, by letter. */
  readonly letters: Readonly<Record<string, string>>;
  /** What the script declares at the top. */
  readonly order: string;
}

/** A variable, or a property of our own objects: what begins with `_` and a letter. */
export interface Named {
  /** Tells it apart in all builds: the function at the top that holds it, and its name in the source. */
  readonly key: string;
  /** Numbers of those that must not be called the same. */
  readonly rivals: Set<number>;
  readonly isProperty: boolean;
}

/** A script with holes for its names, and in no order yet: what it declares at the top, and what is around that. */
export interface Nameless {
  readonly names: readonly Named[];
  readonly head: readonly Piece[];
  readonly parts: readonly Part[];
  readonly tail: readonly Piece[];
}
type Word = string | number;
/** A text, the number of a name, or an object's key and its value, which are one word where both are the same. */
export type Piece = Word | readonly [key: Word, value: Word];

export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_'.split('');

/** What an object's key names: the variable itself, or one that is given a value where there is none. */
const valueIn = (property: Node): Node => {
  const value = property['value'] as Node;
  return value.type === 'AssignmentPattern' ? (value['left'] as Node) : value;
};

/** What stands at the top, or is a part of the tag: by these, names are told apart. */
function holdersIn(tree: Node): { start: number; end: number; name: string }[] {
  const found: { start: number; end: number; name: string; depth: number }[] = [];
  const walk = (node: Node, depth: number): void => {
    const name = node.type === 'VariableDeclarator' ? node['id'] : node.type === 'Property' ? node['key'] : 0;
    const inner = depth + +/Function/.test(node.type);
    const text = isNode(name) ? String(name['name'] ?? name['value']) : '';
    if (inner < 2 && text !== '') found.push({ ...node, name: text, depth });
    for (const [, child] of childrenOf(node)) walk(child, inner);
  };
  walk(tree, 0);
  return found;
}

/**
 * Takes the names out of a script.
 * @param code whole: what the page is to see by name, it does not have as a variable
 * @param types names of our properties that one object may have
 */
export function withoutNames(code: string, types: readonly ReadonlySet<string>[]): Nameless {
  const tree = parseAst(code) as unknown as Node;
  const { variables, at } = variablesOf(tree);
  const holders = holdersIn(tree);
  const names: Named[] = [];
  const taken = new Map<string, number>();
  const keyOf = (text: string): string => {
    const times = (taken.get(text) ?? 0) + 1;
    taken.set(text, times);
    return times === 1 ? text : `${text}~${times}`;
  };
  for (const { name, places } of variables) {
    const start = Math.min(...places);
    const holder = holders.findLast((one) => one.start < start && start < one.end);
    const isTop = holder === undefined || holder.name === name;
    names.push({ key: keyOf(isTop ? name : `${holder.name}/${name}`), rivals: new Set(), isProperty: false });
  }
  const rival = (a: number, b: number): void => {
    names[a]!.rivals.add(b);
    names[b]!.rivals.add(a);
  };
  for (let a = 0; a < variables.length; a++)
    for (let b = 0; b < a; b++) if (areRivals(variables[a]!, variables[b]!)) rival(a, b);

  const properties = new Map<string, number>();
  const holes: { start: number; end: number; piece: Piece }[] = [];
  const wordAt = (identifier: Node): Word => {
    const name = String(identifier['name']);
    return at.get(identifier.start) ?? name;
  };
  const propertyAt = (identifier: Node): Word => {
    const name = String(identifier['name']);
    if (!isOurs(name)) return name;
    if (!properties.has(name)) {
      properties.set(name, names.length);
      names.push({ key: keyOf(name), rivals: new Set(), isProperty: true });
      for (const [other, at] of properties)
        if (other !== name && mayMeet(types, other, name)) rival(at, names.length - 1);
    }
    return properties.get(name)!;
  };
  visit(tree, (node, parent, key) => {
    const { start, end } = node;
    if (
      node.type === 'Property' &&
      node['kind'] === 'init' &&
      node['computed'] !== true &&
      node['method'] !== true
    ) {
      const value = valueIn(node);
      const name = node['key'] as Node;
      if (name.type === 'Identifier' && value.type === 'Identifier' && at.has(value.start))
        holes.push({ start, end: value.end, piece: [propertyAt(name), wordAt(value)] });
      else if (name.type === 'Identifier') holes.push({ start, end: name.end, piece: propertyAt(name) });
    } else if (node.type === 'Identifier' && parent !== null) {
      if (!isKey(parent, key)) holes.push({ start, end, piece: wordAt(node) });
      else if (parent.type === 'MemberExpression' || parent['method'] === true)
        holes.push({ start, end, piece: propertyAt(node) });
    }
  });
  // The two halves of a pair stand after it.
  const sorted = holes.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const piecesIn = (start: number, end: number): Piece[] => {
    const pieces: Piece[] = [];
    let from = start;
    for (const hole of sorted)
      if (hole.start >= from && hole.end <= end) {
        pieces.push(code.slice(from, hole.start), hole.piece);
        from = hole.end;
      }
    return [...pieces, code.slice(from, end)];
  };
  const top = declaredAtTop(tree);
  const usesOf = ({ start, end }: Declared): number[] =>
    top.flatMap(({ id }, at) => {
      const { places } = variables.find((one) => one.places.includes(id.start))!;
      return places.some((place) => place >= start && place < end) ? [at] : [];
    });
  return {
    names,
    head: piecesIn(0, top[0]!.start),
    parts: top.map((one) => ({
      key: String(one.id['name']),
      kind: one.kind,
      uses: usesOf(one),
      pieces: piecesIn(one.start, one.end),
    })),
    tail: piecesIn(top.at(-1)!.end, code.length),
  };
}

/** The letters of `file` where it has them, else the first that is free, those first that are used most. */
export function lettersFor(names: readonly Named[], { letters: file }: NameFile): string[] {
  const known = new Map(
    Object.entries(file).flatMap(([letter, keys]) => keys.split(' ').map((key) => [key, letter])),
  );
  const order = letters.toSorted((a, b) => (file[b]?.length ?? 0) - (file[a]?.length ?? 0));
  const found: string[] = [];
  const isFree = (at: number, letter: string): boolean =>
    ![...names[at]!.rivals].some((other) => found[other] === letter);
  for (const isKnown of [true, false])
    for (const [at, { key }] of names.entries()) {
      const letter = known.get(key);
      if (found[at] !== undefined || (isKnown && letter === undefined)) continue;
      const chosen = isKnown && isFree(at, letter!) ? letter : order.find((one) => isFree(at, one));
      if (isKnown && chosen !== letter) continue;
      if (chosen === undefined) throw new Error(`No letter is left for ${key}.`);
      found[at] = chosen;
    }
  return found;
}

const word = (piece: Word, named: readonly string[]): string =>
  typeof piece === 'string' ? piece : named[piece]!;

/** All pieces of the script. */
export const inOneLine = ({ head, parts, tail }: Nameless, order: readonly number[]): Piece[] => [
  ...head,
  ...order.flatMap((part, at) => [...(at > 0 ? [','] : []), ...parts[part]!.pieces]),
  ...tail,
];

/** The pieces as a script. */
export function withNames(pieces: readonly Piece[], named: readonly string[]): string {
  let script = '';
  for (const piece of pieces)
    if (typeof piece === 'object') {
      const [key, value] = [word(piece[0], named), word(piece[1], named)];
      script += key === value ? key : `${key}:${value}`;
    } else script += word(piece, named);
  return script;
}
