/**
 * The direction rule: which room may import which, and by what door. Pure: takes the imports of each file,
 * gives a sentence for each breach. What only tests and tools import is not its concern.
 */

import { importsByExpression } from './imports.mjs';
import { isTestFile } from './test-files.mjs';

/**
 * The floors of each package: a room imports only from lower floors, types included. A folder that is missing
 * here is a breach. `''`: files beside the folders.
 */
export const FLOORS = {
  server: {
    kit: 1,
    goals: 1,
    accounts: 2,
    audit: 2,
    notify: 2,
    collect: 2,
    counters: 3,
    visitors: 3,
    query: 4,
    access: 4,
    annotations: 4,
    boards: 5,
    chat: 5,
    mcp: 5,
    sharing: 5,
    transfer: 5,
    workbench: 5,
    alerts: 6,
    schedules: 6,
    backup: 6,
    http: 6,
    invitations: 6,
    vendors: 6,
    privacy: 6,
    stores: 7,
    boot: 8,
    commands: 9,
    '': 10,
  },
  contract: {
    collection: 1,
    goals: 1,
    reports: 1,
    wire: 0,
    management: 2,
    notices: 2,
    workbench: 2,
    chat: 3,
    vendors: 4,
  },
  admin: {
    i18n: 1,
    api: 2,
    ui: 3,
    counter: 4,
    report: 5,
    account: 6,
    counters: 6,
    goals: 6,
    health: 6,
    overview: 6,
    access: 7,
    alerts: 7,
    chat: 7,
    install: 7,
    conversions: 8,
    settings: 8,
    privacy: 8,
    funnels: 8,
    visits: 8,
    boards: 9,
    shared: 9,
    app: 10,
    '': 11,
  },
  tag: { shared: 1, methods: 2, modules: 2, vendors: 2, wire: 2, counter: 3, picker: 3, '': 4 },
  widget: { shared: 1, launcher: 2, link: 2, app: 3, '': 4 },
};

/** Rooms of the server that are entered by any file; all others by `index.ts`, `port.ts` or `ports.ts`. */
const OPEN = new Set(['server/kit', 'server/boot']);
const DOORS = /(^|\/)(index|ports?)\.ts$/;

/** What of the server may use the builds and snippets of tag and widget. */
const BY_PACKAGES = new Set(['server/', 'server/boot']);

/** Files that one file alone may import. */
const FOR_ONE = {
  'packages/server/demo/main.ts': 'packages/server/src/goalpost.ts',
  // Handed to everyone, it would say nothing of what each of them needs.
  'packages/server/src/chat/core.ts': 'packages/server/src/chat/index.ts',
};

/** npm packages that only some rooms may use, so that one place holds the SQL and one the vendor's client. */
const KEPT_PACKAGES = {
  '@clickhouse/client': ['server/stores'],
  chdb: ['server/stores', 'server/boot'],
  kysely: ['server/stores', 'server/accounts'],
  pg: ['server/stores'],
  aws4fetch: ['server/stores'],
  nodemailer: ['server/notify'],
  pdfmake: ['server/schedules'],
  '@resvg/resvg-js': ['server/schedules'],
  'better-auth': ['server/accounts', 'admin/api'],
  fastify: ['server/http'],
  '@modelcontextprotocol/sdk': ['server/mcp'],
};

/** @param {string} path from the root of the repository, e.g. `packages/server/src/goals/index.ts` */
export function placeOf(path) {
  const [packages, room = '', src, ...rest] = path.split('/');
  if (packages !== 'packages' || src !== 'src') return null;
  const folder = rest.length > 1 ? rest[0] : '';
  return { room, folder, place: `${room}/${folder}`, file: rest.slice(folder === '' ? 0 : 1).join('/') };
}

/** They load parts of themselves from the server that they came from, by its address. */
const LOADED_BY_ADDRESS = new Set(['tag', 'widget']);
/** Where files lie that are no sources: an import of one of them starts so. */
const BESIDE_SOURCES = /^(?:packages|e2e|bench|scripts|deploy|bin)\//;

/**
 * @param {{path: string, imports: readonly string[], text?: string}} file `imports`: paths from the root, or names of packages
 * @returns {string[]} one sentence for each breach
 */
export function breaches({ path, imports, text = '' }) {
  const from = placeOf(path);
  if (from === null) return [];
  const unknown = floorOf(from) === undefined ? [`${path}: ${noFloor(from)}`] : [];
  const odd = /\.tsx?$/.test(path) ? [] : [`${path}: sources are .ts or .tsx, which every check reads.`];
  if (isTestFile(path)) return unknown;
  const hidden =
    !LOADED_BY_ADDRESS.has(from.room) && importsByExpression(text)
      ? [
          `${path} imports what an expression names: write the path as a plain string, so that it can be checked.`,
        ]
      : [];
  return [
    ...unknown,
    ...odd,
    ...hidden,
    ...imports.flatMap((target) => {
      const to = placeOf(target);
      const why = to === null ? otherBreach(from, path, target) : roomBreach(from, to, path, target);
      return why === null ? [] : [`${path} imports ${target}: ${why}`];
    }),
  ];
}

function otherBreach(from, path, target) {
  if (!BESIDE_SOURCES.test(target)) return packageBreach(from, target);
  return FOR_ONE[target] === path ? null : 'what lies beside the sources of a package is not for them.';
}

/** `@a/b/deep` is of `@a/b`, `a/deep` of `a`. */
const packageOf = (target) => target.split('/', target.startsWith('@') ? 2 : 1).join('/');

function packageBreach(from, target) {
  if (target === '@goalpost/contract')
    return 'the contract is entered by the name of a folder, as in @goalpost/contract/chat.';
  const name = packageOf(target);
  if (name.startsWith('@goalpost/')) {
    const room = name.slice('@goalpost/'.length);
    if (room === from.room) return 'a package enters its own files by their paths.';
    return room === 'contract' || BY_PACKAGES.has(from.place)
      ? null
      : `${from.room} knows of no other package than contract.`;
  }
  if (from.room === 'contract' && name !== 'zod') return 'contract is pure; its one package is zod.';
  if (from.room === 'tag') return 'the tag has no dependencies.';
  const keepers = KEPT_PACKAGES[name];
  return !keepers || keepers.includes(from.place) ? null : `${name} is for ${keepers.join(' and ')} alone.`;
}

function roomBreach(from, to, path, target) {
  if (isTestFile(target)) return 'this is for tests.';
  const only = FOR_ONE[target];
  if (only !== undefined && only !== path) return `this is for ${only} alone.`;
  if (from.room !== to.room) return 'another package is entered by its name.';
  if (from.place === to.place) return null;
  const [mine, theirs] = [floorOf(from), floorOf(to)];
  if (theirs === undefined) return noFloor(to);
  if (mine !== undefined && theirs >= mine)
    return `${nameOf(from)} is on floor ${mine} and imports lower floors only; ${nameOf(to)} is on floor ${theirs}.`;
  if (to.room !== 'server' || OPEN.has(to.place) || DOORS.test(to.file)) return null;
  return 'it is entered only through its door, index.ts (or its ports).';
}

const floorOf = ({ room, folder }) => FLOORS[room]?.[folder];

const nameOf = ({ folder }) => (folder === '' ? 'what lies beside the rooms' : folder);

const noFloor = ({ room, folder }) =>
  `${room}/${folder} has no floor: give it one in FLOORS (scripts/lib/rooms.mjs), and a line in docs/architecture.md.`;

/** @param {readonly string[]} paths of all source files @returns a sentence for each floor that no folder stands on */
export function absentRooms(paths) {
  const there = new Set(paths.map(placeOf).map((place) => place?.place));
  return Object.entries(FLOORS).flatMap(([room, floors]) =>
    Object.keys(floors)
      .filter((folder) => !there.has(`${room}/${folder}`))
      .map((folder) => `FLOORS (scripts/lib/rooms.mjs) names ${room}/${folder}, which does not exist.`),
  );
}

/**
 * @param {readonly {path: string, imports: readonly string[]}[]} files
 * @param {Record<string, object>} manifests package.json of each package, by its folder
 * @returns a sentence for each package of npm that a source imports and its own package does not depend on
 */
export function undeclaredPackages(files, manifests) {
  return files
    .filter(({ path }) => !isTestFile(path))
    .flatMap(({ path, imports }) => {
      const manifest = manifests[placeOf(path)?.room] ?? {};
      const declared = { ...manifest.dependencies, ...manifest.optionalDependencies };
      const isDeclared = (name) => name in declared || `@types/${name}` in (manifest.devDependencies ?? {});
      return imports
        .filter((target) => !BESIDE_SOURCES.test(target) && !target.startsWith('@goalpost/'))
        .map(packageOf)
        .filter((name) => !isDeclared(name))
        .map(
          (name) => `${path} imports ${name}: packages/${placeOf(path).room}/package.json does not list it.`,
        );
    });
}

/**
 * @param {readonly {path: string, text: string}[]} files sources, and whatever else of a package may name a package of npm
 * @returns a sentence for each run-time dependency of a package that no file of it names
 */
export function unusedPackages(files, manifests) {
  return Object.entries(manifests).flatMap(([room, { dependencies, optionalDependencies }]) => {
    const mine = files.filter(({ path }) => path.startsWith(`packages/${room}/`));
    return Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !mine.some(({ text }) => namesPackage(text, name)))
      .map(
        (name) => `packages/${room}/package.json lists ${name}, which no file of it imports: take it away.`,
      );
  });
}

/** As an import does, also of a part of the package. */
const namesPackage = (text, name) =>
  ["'", '"'].some((quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`));

/** Source files that may lie beside a room's `index.ts`; what is more belongs into folders. */
const MOST_BESIDE = 15;

/** @param {readonly string[]} paths of all source files @returns a sentence for each room that is too full */
export function crowdedRooms(paths) {
  const places = paths
    .filter((path) => !isTestFile(path) && !/\/index\.tsx?$/.test(path))
    .map(placeOf)
    .filter((place) => place !== null && !place.file.includes('/'));
  return [...Map.groupBy(places, ({ place }) => place)]
    .filter(([, files]) => files.length > MOST_BESIDE)
    .map(
      ([place, files]) => `${place} has ${files.length} loose files; at most ${MOST_BESIDE}: make folders.`,
    );
}

/** @param {string} built text of a script for other people's pages @returns whether it holds the validator */
export const holdsValidator = (built) => /\bZodError\b|\$ZodType|_zod\b/.test(built);
