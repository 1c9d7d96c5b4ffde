/** Circles of files, by any kind of import: of values, of types, or when a line runs. Pure. */

/**
 * @param {readonly {path: string, imports: readonly string[]}[]} files
 * @returns {string[]} a sentence for each knot of files: the shortest circle through its first file
 */
export function circles(files) {
  const known = new Set(files.map(({ path }) => path));
  const ahead = new Map(files.map(({ path, imports }) => [path, imports.filter((one) => known.has(one))]));
  const behind = Map.groupBy(
    [...ahead].flatMap(([path, targets]) => targets.map((target) => ({ path, target }))),
    ({ target }) => target,
  );
  const next = (path) => ahead.get(path);
  const previous = (path) => (behind.get(path) ?? []).map((one) => one.path);
  const seen = new Set();
  return [...known].flatMap((path) => {
    if (seen.has(path)) return [];
    const circle = circleThrough(path, next);
    if (circle.length === 0) return [];
    const from = reached(path, previous);
    for (const one of reached(path, next)) if (from.has(one)) seen.add(one);
    return [`${[...circle, path].join(' → ')}: a circle; move what both need to a file of its own.`];
  });
}

function reached(path, step) {
  const found = new Set([path]);
  for (const one of found) for (const target of step(one)) found.add(target);
  return found;
}

/** @returns {string[]} the files of the shortest way from the path back to it; empty: there is none */
function circleThrough(path, next) {
  const cameFrom = new Map(next(path).map((target) => [target, path]));
  for (const here of cameFrom.keys()) {
    if (here === path) return wayTo(path, cameFrom);
    for (const target of next(here)) if (!cameFrom.has(target)) cameFrom.set(target, here);
  }
  return [];
}

function wayTo(path, cameFrom) {
  const way = [path];
  for (let here = cameFrom.get(path); here !== path; here = cameFrom.get(here)) way.splice(1, 0, here);
  return way;
}
