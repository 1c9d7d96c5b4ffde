/** What documents promise, held against the tree: rules, dependencies, paths. Pure: texts in, sentences out. */
import { posix } from 'node:path';
import { withoutComments } from './words.mjs';

/** A rule stands in a table of docs/spec as `| V2 | …`; a test cites it as `[V2]` or `[V2, V10]`. */
const RULE = /^\|\s*\**([A-Z]+\d+[a-z]?)\**\s*\|/gm;
const CITATION = /\[[^\][\n]*\b[A-Z]+\d+[a-z]?\b[^\][\n]*\]/g;
const NUMBER = /\b[A-Z]+\d+[a-z]?\b/g;

/**
 * @param {Record<string, string>} specs texts of docs/spec by path
 * @param {Record<string, string>} tests texts of tests by path
 * @returns {string[]} a sentence for each rule without a test, each number that stands twice, and each that none has
 */
export function ruleBreaches(specs, tests) {
  const rules = Object.entries(specs).flatMap(([path, text]) =>
    [...text.matchAll(RULE)].map(([, number]) => ({ number, path })),
  );
  const cited = new Set(Object.values(tests).flatMap(rulesCited));
  const seen = new Set();
  const breaches = rules.flatMap(({ number, path }) => {
    const found = [];
    if (seen.has(number)) found.push(`${path}: rule ${number} stands twice; give one of them a free number.`);
    if (!cited.has(number))
      found.push(`${path}: no test cites rule ${number}; write [${number}] in its name.`);
    seen.add(number);
    return found;
  });
  return [...breaches, ...citedInVain(rules, tests)];
}

/** Of the letters that rules have: other brackets may hold a model of a phone. */
function citedInVain(rules, tests) {
  const known = new Set(rules.map(({ number }) => number));
  const letters = new Set(rules.map(({ number }) => number.replace(/\d.*$/, '')));
  const isRule = (number) => /^[A-Z]+[1-9]\d*$/.test(number) && letters.has(number.replace(/\d.*$/, ''));
  return Object.entries(tests).flatMap(([path, text]) =>
    [...new Set(rulesCited(text))]
      .filter((number) => isRule(number) && !known.has(number))
      .map((number) => `${path} cites rule ${number}, which no document of docs/spec has.`),
  );
}

/** A comment runs nothing: what it cites may be of a test that is gone. */
const rulesCited = (text) =>
  (withoutComments(text).match(CITATION) ?? []).flatMap((brackets) => brackets.match(NUMBER));

const SETTING = /\bGOALPOST_[A-Z0-9_]*[A-Z0-9]\b/g;

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
      .flatMap((one) =>
        Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...one.peerDependencies }),
      )
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

/**
 * `STEPS` in `collect/pipeline.ts`: the file has the list.
 * @param {(path: string) => string | null} read told a path from the root of the repository; null: it does not exist
 */
export function listBreaches(path, text, read) {
  return [...text.matchAll(/((?:`[A-Z][A-Z_]+`(?:, | or | and )?)+) in `([^`\s]+\.[a-z]+)`/g)].flatMap(
    ([, lists, file]) => {
      const found = STARTS.map((start) => read(start + file)).find((one) => one !== null) ?? '';
      return [...lists.matchAll(/`([A-Z_]+)`/g)]
        .filter(([, list]) => !new RegExp(String.raw`\b${list}\b`).test(found))
        .map(([, list]) => `${path} names ${list} in ${file}, which has none.`);
    },
  );
}

/**
 * `UploadedFacts`, `checkOf` or `MAX_GOALS` in backticks: some source has the name.
 * @param {ReadonlySet<string>} names every word of the sources
 */
export function nameBreaches(path, text, names) {
  return [...new Set([...text.matchAll(/`([A-Za-z_$][\w$]*)`/g)].map(([, name]) => name))]
    .filter((name) => /[a-z][A-Z]|^[A-Z_]{3,}$/.test(name) && !names.has(name))
    .map((name) => `${path} names ${name}, which no source has.`);
}

/** @param {readonly string[]} scripts of package.json @returns a sentence for each `npm run …` that there is not */
export function commandBreaches(path, text, scripts) {
  return [...new Set([...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name]) => name))]
    .filter((name) => !scripts.includes(name))
    .map((name) => `${path} says npm run ${name}, which package.json does not have.`);
}

/** @param {readonly string[]} paths of docs/decisions @returns a sentence for each number that two decisions have */
export function decisionBreaches(paths) {
  const byNumber = Map.groupBy(paths, (path) => posix.basename(path).split('-')[0]);
  return [...byNumber.values()]
    .filter(({ length }) => length > 1)
    .map((twice) => `${twice.join(' and ')} have one number: give one of them a free one.`);
}

/** @param {ReadonlySet<string>} settings that sources read @returns a sentence for each that only the document has */
export function settingBreaches(path, text, settings) {
  return [...new Set(text.match(SETTING))]
    .filter((name) => !settings.has(name))
    .map((name) => `${path} names the setting ${name}, which nothing reads.`);
}

/**
 * @param {readonly {path: string, text: string}[]} readers the files that read settings of the server
 * @param {string} documents all that is written for its administrator
 * @returns a sentence for each setting that none of them names
 */
export function unnamedSettings(readers, documents) {
  return readers.flatMap(({ path, text }) =>
    [...new Set(withoutComments(text).match(SETTING))]
      .filter((name) => !documents.includes(name))
      .map((name) => `${path} reads the setting ${name}, which README.md and docs do not name.`),
  );
}

/** Files that may look at the environment: others are handed settings, which documents then name. */
const READS_ENVIRONMENT = new Set([
  'packages/server/src/main.ts',
  'packages/server/src/goalpost.ts',
  // What they start gets the environment that they have.
  'packages/server/src/boot/parts/backups.ts',
  'packages/server/src/stores/olap/engine/engine-process.ts',
]);

/** @returns a sentence for each source of the server that reads a setting past `boot/config` */
export function hiddenSettings(files) {
  return files
    .filter(({ path, text }) => path.startsWith('packages/server/src/') && /\bprocess\.env\b/.test(text))
    .filter(({ path }) => !READS_ENVIRONMENT.has(path))
    .map(({ path }) => `${path} reads the environment: add a setting in boot/config, and pass it in.`);
}

/** @param {readonly string[]} kinds that `npm run new` makes @returns a sentence for each that a newcomer is not told of */
export function kindBreaches(path, text, kinds) {
  const [line = ''] = text.split('\n').filter((one) => one.includes('`npm run new -- <kind> <name>`'));
  return kinds
    .filter((kind) => !line.includes(`\`${kind}\``))
    .map((kind) => `${path} does not say that npm run new makes a ${kind}.`);
}

/**
 * The same for links of Markdown, which start from the document's folder, and for headings that they name.
 * @param {(path: string) => string | null} read told a path from the root of the repository; null: it is no file
 */
export function linkBreaches(path, text, exists, read) {
  return [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?/g)].flatMap(
    ([, file, heading]) => {
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!exists(target)) return [`${path} links to ${file}, which does not exist.`];
      if (heading === undefined || headingsOf(read(target) ?? '').has(heading)) return [];
      return [`${path} links to ${file}#${heading}: ${target} has no such heading.`];
    },
  );
}

/** As GitHub names them: small letters, hyphens for spaces, no punctuation. */
const headingsOf = (text) =>
  new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/\]\([^)]*\)/g, '')
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

/** Up to the first part that is a placeholder. */
function heldPart(path) {
  const parts = path.split('/');
  const open = parts.findIndex((part) => /[<>*…]|NNNN/.test(part));
  return (open === -1 ? parts : parts.slice(0, open)).join('/');
}

/**
 * Caches of the server stand in docs/memory.md, each by its file or a folder above it.
 * @param {readonly {path: string, text: string}[]} files
 * @param {string} text of docs/memory.md
 */
export function unownedCaches(files, text) {
  const owners = [...text.matchAll(/`([a-z][^`\s]*\/[^`\s]*)`/g)].map(
    ([, one]) => `packages/server/src/${one}`,
  );
  return files
    .filter(({ path, text }) => path.startsWith('packages/server/src/') && /\bnew LRUCache\b/.test(text))
    .filter(({ path }) => !owners.some((owner) => path === owner || path.startsWith(`${owner}/`)))
    .map(({ path }) => `${path} keeps a cache: say in docs/memory.md who owns it, and what bounds it.`);
}
