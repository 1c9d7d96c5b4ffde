/**
 * The direction rule: which room may import which, and by what door. Pure: takes the imports of each file,
 * gives a sentence for each breach. What only tests and tools import is not its concern.
 */

const FEATURES = ['access', 'accounts', 'chat', 'collect', 'counters', 'goals', 'notify', 'query'];

/** npm packages that only some places may use, so that one place holds the SQL and one the vendor's client. */
const KEPT_PACKAGES = {
  '@clickhouse/client': ['server/stores'],
  chdb: ['server/stores'],
  kysely: ['server/stores', 'server/accounts'],
  pg: ['server/stores'],
  'better-auth': ['server/accounts', 'admin'],
  fastify: ['server/http'],
};

/** @param {string} path from the root of the repository, e.g. `packages/server/src/goals/index.ts` */
export function placeOf(path) {
  const [packages, room = '', src, ...rest] = path.split('/');
  if (packages !== 'packages' || src !== 'src') return null;
  if (room !== 'server') return { room, place: room, file: rest.join('/') };
  const [folder = '', ...inside] = rest;
  if (inside.length === 0) return { room, place: 'server/main', file: folder };
  return { room, place: `server/${folder}`, file: inside.join('/') };
}

export function isTestFile(path) {
  return /\.(test|contract)\.tsx?$/.test(path) || /(^|\/)test-[^/]*\.ts$/.test(path);
}

/**
 * @param {{path: string, imports: readonly string[]}} file `imports`: paths from the root, or names of packages
 * @returns {string[]} one sentence for each breach
 */
export function breaches({ path, imports }) {
  const from = placeOf(path);
  if (from === null || isTestFile(path)) return [];
  return imports.flatMap((target) => {
    const to = placeOf(target);
    const why = to === null ? packageBreach(from, target) : roomBreach(from, to, target);
    return why === null ? [] : [`${path} imports ${target}: ${why}`];
  });
}

function packageBreach(from, target) {
  const name = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : target.split('/')[0];
  if (name.startsWith('@goalpost/')) {
    const room = name.slice('@goalpost/'.length);
    return room === 'contract' || room === from.room || from.place === 'server/main'
      ? null
      : `${from.room} knows of no other room than contract.`;
  }
  if (from.room === 'contract' && name !== 'zod') return 'contract is pure; its one package is zod.';
  if (from.room === 'tag') return 'the tag has no dependencies.';
  const keepers = KEPT_PACKAGES[name];
  return !keepers || keepers.includes(from.place) ? null : `${name} is for ${keepers.join(' and ')} alone.`;
}

function roomBreach(from, to, target) {
  if (isTestFile(target)) return 'this is for tests.';
  if (from.place === to.place || from.place === 'server/main' || from.place === 'server/boot') return null;
  if (from.room !== to.room) return 'another room is entered by the name of its package.';
  const kind = kindOf(from.place);
  const allowed = ENTRANCES[kind]?.[kindOf(to.place)];
  if (!allowed) return `${kind} may not know of ${kindOf(to.place)}.`;
  return allowed.test(to.file) ? null : 'it is entered only through its door, index.ts (or its ports).';
}

function kindOf(place) {
  const folder = place.replace('server/', '');
  return FEATURES.includes(folder) ? 'a feature' : folder;
}

const ANY = /./;
const INDEX = /^index\.ts$/;
const PORTS = /(^|\/)(index|ports?)\.ts$/;

/** Who may enter whom, and by which files. */
const ENTRANCES = {
  'a feature': { kit: ANY, 'a feature': INDEX, stores: /^[a-z]+\/port\.ts$/ },
  stores: { kit: ANY, 'a feature': PORTS },
  http: { kit: ANY, 'a feature': INDEX, stores: /^[a-z]+\/port\.ts$/ },
  kit: {},
};
