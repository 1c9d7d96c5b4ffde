/** Says what of the dependencies no server reads, so that the installed package stays below 750 MB. Pure. */

/** Type declarations, sources of other languages, maps and documents. */
const ENDINGS = /\.(map|md|markdown|ts|mts|cts|flow|tsx|h|hpp|cc|gypi?)$/;
/** What authors of a package run, and no one who uses it. */
const FOLDERS = /^(tests?|__tests__|benchmarks?|bench|examples?|docs|coverage|\.[a-z]+)$/;

/** Files and folders by their place: builds for browsers, other halves of a pair, headers of Node. */
const PLACES = [
  /^node-(linux|darwin)-[^/]+\/(include|share)\//,
  // The engine needs glibc, so that musl's twin of the drawing library is never loaded; old npm installs both.
  /^@resvg\/resvg-js-[^/]+-musl\//,
  /^@ip-location-db\/[^/]+\/[^/]+-ipv[46]\.mmdb$/,
  /^pdfmake\/(build|src)\//,
  /^pdfkit\/js\/pdfkit\.(standalone|es)\.js$/,
  /^fontkit\/dist\/browser[^/]*$/,
  /^brotli\/build\//,
  /^bowser\/(bundled\.js|src\/)/,
  /^re2js\/build\/index\.umd\.js$/,
  /^node-addon-api\//,
];

/** @param {string} path of a file, below node_modules */
export function isNotRun(path) {
  // A package within another one is known by the same places.
  const own = path.split(/(?:^|\/)node_modules\//).at(-1);
  const folders = own.split('/').slice(1, -1);
  return ENDINGS.test(own) || folders.some((one) => FOLDERS.test(one)) || PLACES.some((one) => one.test(own));
}
