/** The first parts of paths, and one key for several of them. */

/** Bytes of the first `level` parts of a path; all of it where it has fewer. */
const bytes = (path: string, level: number): string => `length(substringIndex(${path}, '/', ${level + 1}))`;

const upTo = (path: string, level: number): string => `substring(${path}, 1, ${bytes(path, level)} + 1)`;
const isThere = (path: string, level: number): string =>
  level === 1 ? `${path} != ''` : `${bytes(path, level)} - ${bytes(path, level - 1)} > 1`;

/** The first `level` parts, with a `/` behind where the path goes on; empty where it has fewer. */
export function pathLevelSql(path: string, level: number): string {
  return level === 1 ? upTo(path, 1) : `if(${isThere(path, level)}, ${upTo(path, level)}, '')`;
}

/**
 * The deepest of the levels that a path has. It begins with all others that it has, so that each of them read from it
 * is the same as read from the path, and paths alike in all of them have one key.
 */
export function levelsKeySql(path: string, levels: readonly number[]): string {
  const deepest = levels.toSorted((a, b) => b - a);
  const [first = 1] = deepest;
  const exact = deepestSql(path, deepest);
  // Where no part is empty, cutting once does: of all levels down to one, that is told by how the cut ends.
  return first === levels.length
    ? `if(endsWith(${upTo(path, first)}, '//'), ${exact}, ${upTo(path, first)})`
    : exact;
}

function deepestSql(path: string, [first, ...others]: readonly number[]): string {
  if (first === undefined) return `''`;
  return `if(${isThere(path, first)}, ${upTo(path, first)}, ${deepestSql(path, others)})`;
}
