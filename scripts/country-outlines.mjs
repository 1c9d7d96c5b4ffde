/** Writes the outlines of countries for the map of the web app, from Natural Earth's in TopoJSON. */
import { readFileSync, writeFileSync } from 'node:fs';
import { giveUp, say } from './lib/console.mjs';
import { inRoot } from './lib/places.mjs';

const [source] = process.argv.slice(2);
if (source === undefined) giveUp('Say which file: countries-50m.json of the package world-atlas.');

const WIDTH = 1000;
/** Half of what the projection spans: Equal Earth, in radians. */
const HALF_X = 2.7064;
const TOP = 1.3173;
/** The meridian in the middle: Bering Strait is then the edge. */
const MIDDLE = 11;
/** Smaller ones are drawn as a square of this side, so that they can be seen and pressed. */
const LEAST = 4;
/** Rings of a country that has larger ones, smaller than this, are left out. */
const SPECK = 1.5;
/** Names that browsers write in another way. */
const SHORT = {
  Vatican: 'VA',
  'Marshall Is.': 'MH',
  'N. Mariana Is.': 'MP',
  'U.S. Virgin Is.': 'VI',
  'United States of America': 'US',
  'S. Geo. and the Is.': 'GS',
  'Br. Indian Ocean Ter.': 'IO',
  'Pitcairn Is.': 'PN',
  'Falkland Is.': 'FK',
  'Cayman Is.': 'KY',
  'British Virgin Is.': 'VG',
  'Turks and Caicos Is.': 'TC',
  Turkey: 'TR',
  'S. Sudan': 'SS',
  'Solomon Is.': 'SB',
  'St. Vin. and Gren.': 'VC',
  'Cook Is.': 'CK',
  'W. Sahara': 'EH',
  Macedonia: 'MK',
  Palestine: 'PS',
  'Wallis and Futuna Is.': 'WF',
  'St-Martin': 'MF',
  'St-Barthélemy': 'BL',
  'Fr. Polynesia': 'PF',
  'Fr. S. Antarctic Lands': 'TF',
  Åland: 'AX',
  'Eq. Guinea': 'GQ',
  'Dominican Rep.': 'DO',
  'Faeroe Is.': 'FO',
  'Dem. Rep. Congo': 'CD',
  Congo: 'CG',
  Macao: 'MO',
  'Hong Kong': 'HK',
  'Central African Rep.': 'CF',
  'Cabo Verde': 'CV',
  Myanmar: 'MM',
  'Bosnia and Herz.': 'BA',
  'Heard I. and McDonald Is.': 'HM',
  'Antigua and Barb.': 'AG',
};

const topology = JSON.parse(readFileSync(source, 'utf8'));
const codes = codesByName();

const [outlines, others] = [{}, []];
for (const geometry of topology.objects.countries.geometries) {
  const { name } = geometry.properties;
  if (name === 'Antarctica') continue;
  const code = codes.get(plain(name));
  const path = pathOf(geometry);
  if (code === undefined) others.push([name, path]);
  else outlines[code] = path;
}
const rows = Object.entries(outlines)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, path]) => `${code} ${path}`);
writeFileSync(
  inRoot('packages/admin/src/report/map/outlines.ts'),
  `/** Outlines of countries as SVG paths: Natural Earth (public domain) in Equal Earth; generated. */
// By \`node scripts/country-outlines.mjs countries-50m.json\`, of the package world-atlas 2.0.2.

/** A line each: two letters, a space, the path. */
export const OUTLINES = \`${rows.join('\n')}\`;

/** Land whose country has no code of its own. */
export const NO_COUNTRY =
  '${others.map(([, path]) => path).join('')}';
`,
);
say(`${rows.length} countries; without a code: ${others.map(([name]) => name).join(', ')}`);

function pathOf({ type, arcs }) {
  const rings = (type === 'MultiPolygon' ? arcs.flat() : (arcs ?? [])).map((ring) => points(ring));
  const sized = rings.map((ring) => ({ ring, size: sizeOf(ring) })).toSorted((a, b) => b.size - a.size);
  const [largest] = sized;
  if (largest === undefined) return '';
  if (largest.size < LEAST) {
    const [x, y] = largest.ring[0];
    return `M${x - LEAST / 2} ${y - LEAST / 2}h${LEAST}v${LEAST}h-${LEAST}z`;
  }
  return sized
    .filter(({ size }) => size >= SPECK)
    .map(({ ring }) => written(ring))
    .join('');
}

/** Steps from point to point: half as long as places. */
function written([[x0, y0], ...rest]) {
  let [x, y] = [x0, y0];
  const steps = rest.slice(0, -1).map(([nx, ny]) => {
    const step = `${nx - x} ${ny - y}`;
    [x, y] = [nx, ny];
    return step;
  });
  return `M${x0} ${y0}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

function points(ring) {
  const all = ring.flatMap((arc) => {
    const line = decoded(arc < 0 ? ~arc : arc);
    return arc < 0 ? line.toReversed() : line;
  });
  const placed = unwrapped(all).map(project);
  return placed.filter(([x, y], at) => at === 0 || x !== placed[at - 1][0] || y !== placed[at - 1][1]);
}

/** Rings that cross the 180th meridian go on beyond it; the map is cut where there is no land but ice. */
function unwrapped(ring) {
  let turns = 0;
  const line = ring.map(([longitude, latitude], at) => {
    const step = at === 0 ? 0 : longitude - ring[at - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [longitude + 360 * turns, latitude];
  });
  const middle = line.reduce((sum, [longitude]) => sum + longitude, 0) / line.length;
  const shift = middle < MIDDLE - 180 ? 360 : middle > MIDDLE + 180 ? -360 : 0;
  return line.map(([longitude, latitude]) => [longitude + shift - MIDDLE, latitude]);
}

function decoded(index) {
  const { scale, translate } = topology.transform;
  let [x, y] = [0, 0];
  return topology.arcs[index].map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function sizeOf(ring) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** Equal Earth, by Šavrič, Patterson and Jenny (2018). */
function project([longitude, latitude]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const angle = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const [square, sixth] = [angle ** 2, angle ** 6];
  const slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square);
  const x = (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(angle)) / (3 * slope);
  const y = angle * (a1 + a2 * square + sixth * (a3 + a4 * square));
  const unit = WIDTH / (2 * HALF_X);
  return [Math.round((x + HALF_X) * unit), Math.round((TOP - y) * unit)];
}

function plain(name) {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/\bst\.?\s/, 'saint ')
    .replaceAll(/[^a-z]/g, '');
}

/** Natural Earth shortens names in its own way; the rest are as browsers say them. */
function codesByName() {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Map();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  for (const first of letters)
    for (const second of letters) {
      const code = first + second;
      // Those of countries that are no more bear the names of others.
      if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
      const name = names.of(code);
      if (name !== undefined && !found.has(plain(name))) found.set(plain(name), code);
    }
  for (const [name, code] of Object.entries(SHORT)) found.set(plain(name), code);
  return found;
}
