/** What documents promise, held against the tree: rules, dependencies, paths. Pure: texts in, sentences out. */
import { posix } from 'node:path';

/** A rule stands in a table of docs/spec as `| V2 | …`; a test cites it as `[V2]` or `[V2, V10]`. */
const RULE = /^\|\s*([VGWCMAK]\d+)\s*\|/gm;
const CITATION = /\[[^\][\n]*\b[VGWCMAK]\d+\b[^\][\n]*\]/g;
const NUMBER = /\b[VGWCMAK]\d+\b/g;

/**
 * @param {Record<string, string>} specs texts of docs/spec by path
 * @param {Record<string, string>} tests texts of tests by path
 * @returns {string[]} a sentence for each rule without a test, and for each number that stands twice
 */
export function ruleBreaches(specs, tests) {
  const rules = Object.entries(specs).flatMap(([path, text]) =>
    [...text.matchAll(RULE)].map(([, number]) => ({ number, path })),
  );
  const cited = new Set(Object.values(tests).flatMap(rulesCited));
  const seen = new Set();
  return rules.flatMap(({ number, path }) => {
    const found = [];
    if (seen.has(number)) found.push(`${path}: rule ${number} stands twice; give one of them a free number.`);
    if (!cited.has(number))
      found.push(`${path}: no test cites rule ${number}; write [${number}] in its name.`);
    seen.add(number);
    return found;
  });
}

const rulesCited = (text) => (text.match(CITATION) ?? []).flatMap((brackets) => brackets.match(NUMBER));

/** Licences of the GPL family, but not the LGPL of a tool that is only run. */
const REFUSED = /(?:^|[^L])A?GPL/;

/** Packages whose licence stands in a file of theirs alone, read by a person. */
const READ_IN_FILE = { 'png-js': 'MIT' };

/**
 * @param {readonly object[]} manifests package.json of the root and of each package
 * @param {{packages: Record<string, {link?: boolean, license?: string}>}} lock package-lock.json
 * @param {string} decision text of docs/decisions/0002-dependencies.md
 */
export function dependencyBreaches(manifests, lock, decision) {
  const atRunTime = new Set(
    manifests
      .flatMap((one) => Object.keys({ ...one.dependencies, ...one.optionalDependencies }))
      .filter((name) => !name.startsWith('@goalpost/')),
  );
  const toBuild = manifests.flatMap((one) => Object.keys(one.devDependencies ?? {}));
  const known = [...atRunTime, ...toBuild];
  const lines = decisionLines(decision);
  const fits = (line, name) =>
    line.name.endsWith('*') ? name.startsWith(line.name.slice(0, -1)) : line.name === name;
  return [
    ...[...atRunTime]
      .filter((name) => !lines.some((line) => fits(line, name)))
      .map((name) => `${name} is a dependency without a line in docs/decisions/0002-dependencies.md.`),
    ...lines.flatMap((line) => {
      const names = known.filter((name) => fits(line, name));
      if (names.length === 0)
        return [`0002-dependencies.md names ${line.name}, which no package depends on.`];
      return names.flatMap((name) => {
        const { license } = lock.packages[`node_modules/${name}`] ?? {};
        if (license === undefined || line.licences.includes(license)) return [];
        return [`0002-dependencies.md gives ${name} the licence ${line.licences}; it is ${license}.`];
      });
    }),
    ...Object.entries(lock.packages).flatMap(([path, { link, license: said }]) => {
      if (!path.includes('node_modules/') || link === true) return [];
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const license = said ?? READ_IN_FILE[name];
      if (license === undefined) return [`package-lock.json says no licence of ${name}.`];
      return REFUSED.test(license) ? [`${name} is under ${license}: never GPL or AGPL.`] : [];
    }),
  ];
}

function decisionLines(decision) {
  return decision.split('\n').flatMap((line) => {
    if (!line.startsWith('| `')) return [];
    const cells = line.split('|').slice(1, -1);
    const names = cells[0].replace(/\(.*?\)/g, '').matchAll(/`([^`]+)`/g);
    const licences = cells
      .at(-1)
      .split(',')
      .map((one) => one.trim());
    return [...names].map(([, name]) => ({ name, licences }));
  });
}

/** Folders that a path in a document may start from. */
const STARTS = ['', 'packages/', 'packages/server/', 'packages/server/src/', 'docs/'];

/**
 * A path is what stands in backticks with a slash and no space: `kit/log.ts`, `admin/src/app`. Of
 * `types/<name>.ts` and `NNNN-<what>.ts` the folder is held.
 * @param {string} path of the document
 * @param {(path: string) => boolean} exists told a path from the root of the repository
 */
export function pathBreaches(path, text, exists) {
  return [...text.matchAll(/`([^`\s]*\/[^`\s]*)`/g)]
    .map(([, one]) => one)
    .filter((one) => /^[a-z.]/i.test(one) && !one.includes(':'))
    .filter((one) => !STARTS.some((start) => exists(start + heldPart(one))))
    .map((one) => `${path} names ${one}, which does not exist.`);
}

/** The same for links of Markdown, which start from the document's folder. */
export function linkBreaches(path, text, exists) {
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
    .map(([, one]) => one)
    .filter((one) => !exists(posix.join(posix.dirname(path), one)))
    .map((one) => `${path} links to ${one}, which does not exist.`);
}

/** Up to the first part that is a placeholder. */
function heldPart(path) {
  const parts = path.split('/');
  const open = parts.findIndex((part) => /[<>*…]|NNNN/.test(part));
  return (open === -1 ? parts : parts.slice(0, open)).join('/');
}
