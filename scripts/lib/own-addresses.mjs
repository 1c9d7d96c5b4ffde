/**
 * Finds addresses of this server that are made by hand, from the root of the host.
 * A proxy may serve it below a path: one module of the web app, and one of the server, know that path [W78].
 */

/** Each with its reason. */
export const ALLOWED = {
  'packages/admin/src/api/address/address.ts': 'makes all addresses of the web app',
  'packages/server/src/collect/door/cookies.ts': 'cookies of the visited site, whose every page is counted',
  'packages/server/src/stores/olap/clickhouse.ts': 'the address of another server',
};

const OURS =
  'api|management|stat|chat/v1|chat/widget|metrika|tag|watch|clmap|resource|mcp|healthz|readyz|metrics|assets|icon';
const MAKERS = 'ours|whole|addressOf|linkTo';

const OF_PAGES = [
  [
    new RegExp(`(?<!\\b(?:${MAKERS})\\(\\s*)(['"\`])/(?:${OURS})\\b(?!:)`, 'g'),
    'an address of the server: take ours(…) or whole(…)',
  ],
  [/\blocation\.(?:origin|host|protocol)\b/g, 'the host of the page: take whole(…) or pageOrigin()'],
  [
    /\bnew URL\([^)]*,\s*(?:window\.|document\.)?(?:location|baseURI)/g,
    'an address from the root: take whole(…)',
  ],
  [
    /\b(?:href|src|action)=(?:\{\s*)?['"`]\//g,
    'an address from the root: take ours(…), or a link of the router',
  ],
  [
    /\b(?:fetch|open|sendBeacon|assign|replace|WebSocket|EventSource|Worker|register)\(\s*['"`]\//g,
    'an address from the root: take ours(…)',
  ],
  // The contract's own begins at the root, too.
  [/(?<!\b(?:ours|whole)\()\bfileAddress\((?=outcome|''|id)/g, 'an address of the server: take whole(…)'],
];

const OF_SERVER = [
  [/\bnew URL\(\s*['"`]\/[^)]*,/g, 'it drops the path of the public address: take linkTo(…)'],
  [
    /\bnew URL\([\w.]+,\s*[\w.]*(?:url|address)[\w.]*(?:[()]|\s*\?\?)/gi,
    'it drops the path of the public address',
  ],
  [/\bPath=\/(?!\/)/g, 'a cookie that all servers of the host share: begin with the base path'],
  [/\bpath: '\/'(?!\w)/g, 'a cookie that all servers of the host share: begin with the base path'],
  [
    /(?:\bredirect\(|\blocation['"]?[:,]\s*)['"`]\//gi,
    'a way to the root of the host: begin with the public address',
  ],
];

const KINDS = [
  ['packages/admin/src/', OF_PAGES],
  ['packages/server/src/', OF_SERVER],
];

/**
 * @param {string} path from the root of the repository
 * @param {string} text
 * @returns {string[]} `line: what is wrong with it`
 */
export function ownAddressBreaches(path, text) {
  const rules = KINDS.find(([folder]) => path.startsWith(folder))?.[1] ?? [];
  const code = text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  return rules.flatMap(([pattern, why]) =>
    [...code.matchAll(pattern)].map(({ index }) => `${code.slice(0, index).split('\n').length}: ${why}`),
  );
}
