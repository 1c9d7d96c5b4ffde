/**
 * In which order the script declares what it has at the top. To a browser it makes no difference as long as what runs
 * at once finds what it uses; gzip finds alike what stands near, 20 bytes of the core. `names.json` holds the order.
 */
import { isNode, type Node, visit } from './split.ts';

/** What it does when it is declared: nothing; it is given to `guard`, which calls nothing; it may call what it uses. */
type Kind = 'waits' | 'guarded' | 'runs';

export interface Declared {
  readonly id: Node;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

export interface Part {
  readonly key: string;
  readonly kind: Kind;
  /** Numbers of those that its text names. */
  readonly uses: readonly number[];
  readonly pieces: readonly (string | number | readonly [string | number, string | number])[];
}

const GUARD = 'guard';

function kindOf(value: Node): Kind {
  const isFunction = (node: unknown): boolean => isNode(node) && /^(Arrow)?Function/.test(node.type);
  if (isFunction(value) || value.type === 'Literal') return 'waits';
  if (value.type === 'ObjectExpression')
    return (value['properties'] as Node[]).every((one) => isFunction(one['value'])) ? 'waits' : 'runs';
  const callee = value['callee'] as Node | undefined;
  const given = value['arguments'] as Node[] | undefined;
  return callee?.['name'] === GUARD && given?.length === 1 && isFunction(given[0]) ? 'guarded' : 'runs';
}

/** @throws Error where the script is not one function that declares all first */
export function declaredAtTop(tree: Node): Declared[] {
  let found: Node | undefined;
  visit(tree, (node) => {
    if (node.type === 'VariableDeclaration') found ??= node;
  });
  const all = (found?.['declarations'] ?? []) as (Node & { readonly id: Node; readonly init: Node })[];
  if (all[0]?.id['name'] !== GUARD) throw new Error('The built tag does not begin with its guard.');
  return all.map(({ id, init, start, end }) => ({ id, start, end, kind: kindOf(init) }));
}

/** Whether all that runs at once comes after what it uses, and in the order in which it was written. */
export function isInOrder(parts: readonly Part[], order: readonly number[]): boolean {
  const place: number[] = [];
  for (const [at, part] of order.entries()) place[part] = at;
  const guard = parts.findIndex(({ key }) => key === GUARD);
  let last = -1;
  for (const [at, { kind }] of parts.entries()) {
    if (kind === 'guarded' && place[guard]! > place[at]!) return false;
    if (kind !== 'runs') continue;
    if (place[at]! < last) return false;
    last = place[at]!;
    const needed = new Set([at]);
    for (const one of needed) for (const used of parts[one]!.uses) needed.add(used);
    for (const one of needed) if (place[one]! > place[at]!) return false;
  }
  return true;
}

/** As the file has it; what is new there stands where it was written, and so does all where that would not work. */
export function orderFor(parts: readonly Part[], order: string): number[] {
  const written = [...parts.keys()];
  const known = order.split(' ').map((key) => parts.findIndex((part) => part.key === key));
  const chosen = known.filter((one) => one >= 0);
  for (const one of written) if (!chosen.includes(one)) chosen.splice(chosen.indexOf(one - 1) + 1, 0, one);
  return isInOrder(parts, chosen) ? chosen : written;
}
