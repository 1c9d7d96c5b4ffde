/** Which of our properties stand together: those of different types may be called the same. */
import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { isNode, type Node, visit } from './split.ts';

/** `_held`, of our own objects. `_metrika` is the page's, `_ym_uid` and `_gp_pick` are kept in the browser. */
export const isOurs = (name: unknown): name is string =>
  typeof name === 'string' && /^_(?!metrika$)[a-z][a-zA-Z]*$/.test(name);

/**
 * Names of properties by the types that hold them.
 * @param files with TypeScript
 */
export function ownTypes(files: readonly string[]): ReadonlySet<string>[] {
  return files.flatMap((file) => {
    const found: ReadonlySet<string>[] = [];
    visit(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }) as unknown as Node, (node) => {
      const members = [node['body'], node['members']].flat().filter(isNode);
      if (node.type !== 'TSInterfaceBody' && node.type !== 'TSTypeLiteral') return;
      const names = members.map(({ key }) => (isNode(key) ? key['name'] : undefined)).filter(isOurs);
      if (names.length > 0) found.push(new Set(names));
    });
    return found;
  });
}

/** Whether an object may have both. What no type declares may be anywhere. */
export const mayMeet = (types: readonly ReadonlySet<string>[], a: string, b: string): boolean =>
  types.some((type) => type.has(a) && type.has(b)) ||
  [a, b].some((name) => !types.some((type) => type.has(name)));
