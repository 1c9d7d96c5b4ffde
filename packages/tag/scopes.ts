/** Which variable each name of a script stands for. */
import { isNode, type Node } from './split.ts';

interface Scope {
  readonly node: Node;
  readonly parent: Scope | null;
  readonly isFunction: boolean;
  readonly own: Map<string, number>;
}

export interface Variable {
  readonly name: string;
  /** What holds it. */
  readonly scope: Node;
  /** Where it stands in the text, its declaration included. */
  readonly places: number[];
}

export const childrenOf = (node: Node): [key: string, child: Node][] =>
  Object.entries(node).flatMap(([key, value]) =>
    [value]
      .flat()
      .filter(isNode)
      .map((child): [string, Node] => [key, child]),
  );

/** Identifiers that a pattern declares. */
function declaredIn(pattern: unknown): Node[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier') return [pattern];
  if (pattern.type === 'AssignmentPattern') return declaredIn(pattern['left']);
  if (pattern.type === 'RestElement') return declaredIn(pattern['argument']);
  if (pattern.type === 'Property') return declaredIn(pattern['value']);
  return [pattern['properties'], pattern['elements']].flat().flatMap(declaredIn);
}

/** Whether an identifier is a property's name, and no variable. */
export const isKey = (parent: Node, key: string): boolean =>
  parent['computed'] !== true &&
  ((parent.type === 'MemberExpression' && key === 'property') ||
    (parent.type === 'Property' && key === 'key'));

const isFunction = ({ type }: Node): boolean => type === 'Program' || /Function/.test(type);

/** A function and its body are one: its parameters must not be declared there again. So is what is caught. */
function scopeOf(node: Node, parent: Node | null, outer: Scope | null): Scope {
  const isOwn = isFunction(node) || /^(For|CatchClause|BlockStatement)/.test(node.type);
  const isBody = node.type === 'BlockStatement' && /Function|CatchClause/.test(parent?.type ?? '');
  return isOwn && !isBody ? { node, parent: outer, isFunction: isFunction(node), own: new Map() } : outer!;
}

/** Identifiers that a node declares, and where they hold. */
function declarationsOf(node: Node, scope: Scope): [identifier: Node, scope: Scope][] {
  if (node.type === 'VariableDeclaration') {
    let holder = scope;
    while (node['kind'] === 'var' && !holder.isFunction) holder = holder.parent!;
    return (node['declarations'] as Node[]).flatMap(({ id }) => declaredIn(id).map((one) => [one, holder]));
  }
  const name = isFunction(node) ? declaredIn(node['id']) : [];
  const given = [isFunction(node) ? node['params'] : node.type === 'CatchClause' ? node['param'] : []].flat();
  return [
    ...name.map((one): [Node, Scope] => [one, node.type === 'FunctionDeclaration' ? scope.parent! : scope]),
    ...given.flatMap(declaredIn).map((one): [Node, Scope] => [one, scope]),
  ];
}

/**
 * Every variable, and the number of the one that stands at each place; all other names belong to the page.
 * @throws Error on what no built script has: classes, modules, `with`
 */
export function variablesOf(tree: Node): { variables: Variable[]; at: Map<number, number> } {
  const variables: Variable[] = [];
  const at = new Map<number, number>();
  const uses: [identifier: Node, scope: Scope][] = [];
  const walk = (node: Node, parent: Node | null, key: string, outer: Scope | null): void => {
    const { type } = node;
    if (/^(Class|ImportDecl|Export|With)/.test(type)) throw new Error(`The built tag has a ${type}.`);
    const scope = scopeOf(node, parent, outer);
    for (const [identifier, { node: holder, own }] of declarationsOf(node, scope)) {
      const name = String(identifier['name']);
      if (own.has(name)) continue;
      own.set(name, variables.length);
      variables.push({ name, scope: holder, places: [] });
    }
    if (type === 'Identifier' && parent !== null && !isKey(parent, key)) uses.push([node, scope]);
    for (const [name, child] of childrenOf(node)) walk(child, node, name, scope);
  };
  walk(tree, null, '', null);
  for (const [identifier, from] of uses) {
    const name = String(identifier['name']);
    let scope: Scope | null = from;
    while (scope !== null && !scope.own.has(name)) scope = scope.parent;
    if (scope === null) continue;
    const found = scope.own.get(name)!;
    variables[found]!.places.push(identifier.start);
    at.set(identifier.start, found);
  }
  return { variables, at };
}

/** Of two variables, whether one would hide the other where that is meant. */
export function areRivals(a: Variable, b: Variable): boolean {
  if (a.scope === b.scope) return true;
  const [outer, inner] =
    a.scope.start <= b.scope.start && b.scope.end <= a.scope.end ? [a.scope, b.scope] : [b.scope, a.scope];
  if (inner.start < outer.start || inner.end > outer.end) return false;
  return (outer === a.scope ? a : b).places.some((place) => place >= inner.start && place < inner.end);
}
