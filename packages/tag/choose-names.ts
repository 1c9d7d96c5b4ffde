/**
 * Looks for the names and the order that make the least of the tag under gzip. Begins with those of `names.json`, and
 * keeps there what it finds. Run by hand after a change that takes the tag over its budget:
 * `node packages/tag/choose-names.ts`, with the number of tries where 60,000 (some minutes) are not right. No part of
 * the build, which must be quick.
 */
import { deflateRawSync } from 'node:zlib';
import { parseAst } from 'vite';
import { namelessTag, readNames, writeNames } from './build.ts';
import { inOneLine, letters, lettersFor, type Piece, withNames } from './names.ts';
import { isInOrder, orderFor } from './order.ts';
import { type Node, visit } from './split.ts';
import { composeTag } from './src/compose.ts';

const TRIES = Number(process.argv[2] ?? 60_000);
/** So many bytes worse, a try is still taken now and then at the start: else the search ends in the next hollow. */
const WARMTH = 0.3;

const nameless = await namelessTag();
const { names, parts } = nameless;
const file = await readNames();
const named = lettersFor(names, file);
let order = orderFor(parts, file.order);

/** Pieces of a part without those of modules; a module ends within a text. */
function withoutModules(pieces: readonly Piece[]): Piece[] {
  const edges = new Set<number>();
  const ranges: [number, number][] = [];
  const code = `(${withNames(pieces, named)})`;
  visit(parseAst(code) as unknown as Node, (node) => {
    const key = node['key'] as (Node & { readonly value?: unknown }) | undefined;
    if (node.type !== 'Property' || typeof key?.value !== 'string' || !key.value.startsWith('@')) return;
    const end = node.end + +(code[node.end] === ',');
    ranges.push([node.start, end]);
    edges.add(node.start).add(end);
  });
  const found: Piece[] = [];
  let at = 1;
  for (const piece of pieces) {
    const text = withNames([piece], named);
    let from = 0;
    for (let end = 1; end <= text.length; end++) {
      if (end < text.length && (typeof piece !== 'string' || !edges.has(at + end))) continue;
      const isModule = ranges.some(([start, stop]) => start <= at + from && at + from < stop);
      if (!isModule) found.push(typeof piece === 'string' ? text.slice(from, end) : piece);
      from = end;
    }
    at += text.length;
  }
  return found;
}

/** Bytes under the strongest compression of the browser's gzip, without its header. */
const bytesOf = (some: readonly Piece[]): number => {
  const script = withNames(some, named).replaceAll(/"@\w+"/g, 'q');
  const made = composeTag({ build: '', pieces: [script], kit: '', modules: {}, keys: {} } as never, []);
  return deflateRawSync(made, { level: 9 }).length;
};
/** The part in which modules stand. */
const list = parts.findIndex(({ key }) => key === 'PARTS');
const coreParts = parts.with(list, { ...parts[list]!, pieces: withoutModules(parts[list]!.pieces) });
const inCore = (): Piece[] => inOneLine({ ...nameless, parts: coreParts }, order);
const coreBytes = (): number => bytesOf(inCore());
const allBytes = (): number => bytesOf(inOneLine(nameless, order));

let seed = 1;
const random = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;

/** What changes where `first` is called `letter`: those in its way take its own, and so on. */
function swap(first: number, letter: string): number[] {
  const own = named[first]!;
  const changed = new Set([first]);
  for (const one of changed) {
    const other = named[one] === own ? letter : own;
    for (const rival of names[one]!.rivals) if (named[rival] === other) changed.add(rival);
  }
  for (const one of changed) named[one] = named[one] === own ? letter : own;
  return [...changed];
}

/** Moves one declaration. @returns the order before; undefined where it cannot stand there */
function move(): number[] | undefined {
  const before = order;
  const from = Math.floor(random() * order.length);
  const after = order.toSpliced(from, 1).toSpliced(Math.floor(random() * order.length), 0, order[from]!);
  if (!isInOrder(parts, after)) return undefined;
  order = after;
  return before;
}

/** @param moves how often a declaration is moved instead of a name changed, of 1 */
function search(pool: readonly number[], bytes: () => number, moves: number, title: string): void {
  let now = bytes();
  let best = now;
  let found = { named: [...named], order };
  for (let tried = 0; tried < TRIES; tried++) {
    const warmth = WARMTH * (1 - tried / TRIES);
    const isTaken = (): boolean => {
      const after = bytes();
      if (after > now && random() >= Math.exp((now - after) / warmth)) return false;
      now = after;
      return true;
    };
    if (random() < moves) {
      const before = move();
      if (before !== undefined && !isTaken()) order = before;
    } else {
      const one = pool[Math.floor(random() * pool.length)]!;
      const letter = letters[Math.floor(random() * letters.length)]!;
      const own = named[one]!;
      if (letter !== own) {
        const changed = swap(one, letter);
        if (!isTaken()) for (const other of changed) named[other] = named[other] === own ? letter : own;
      }
    }
    if (now < best) {
      best = now;
      found = { named: [...named], order };
    }
    if (tried % 5_000 === 4_999) process.stdout.write(`${title}: ${best} bytes after ${tried + 1} tries\n`);
  }
  named.splice(0, named.length, ...found.named);
  order = found.order;
}

const all = [...names.keys()];
const keysOf = (some: readonly number[]): string => some.map((one) => names[one]!.key).join(' ');
const keep = (): Promise<void> =>
  writeNames({
    letters: Object.fromEntries(
      letters.map((letter) => [letter, keysOf(all.filter((one) => named[one] === letter))]),
    ),
    order: order.map((one) => parts[one]!.key).join(' '),
  });

const ofCore = all.filter((one) => inCore().flat().includes(one));
process.stdout.write(`core: ${coreBytes()} bytes, all: ${allBytes()} bytes\n`);
search(ofCore, coreBytes, 0.1, 'core');
await keep();
// What the core has is settled: it is on every page.
search(
  all.filter((one) => !ofCore.includes(one)),
  allBytes,
  0,
  'all',
);
await keep();
