/** Screen, window and abilities of the browser, as it says itself [V43]. */
import { defineDimension, type Dimension } from '../dimension.ts';
import { EVERYWHERE } from '../scopes/scopes.ts';
import { fromTable } from '../shape/words.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const text = (id: string, sql: string, shown: Pick<Dimension, 'label' | 'known'> = {}): Dimension =>
  defineDimension({ id, scopes: EVERYWHERE, kind: 'text', sql: () => sql, ...shown });

const number = (id: string, sql: string): Dimension =>
  defineDimension({ id, scopes: EVERYWHERE, kind: 'number', sql: () => sql });

/** A text of two sizes; no value where either is not known. */
const ofBoth = (width: string, height: string, sql: string): string =>
  `if(${width} > 0 AND ${height} > 0, ${sql}, '')`;

const sized = (width: string, height: string): string =>
  ofBoth(width, height, `concat(toString(${width}), 'x', toString(${height}))`);

/** In pixels of the device. */
const physical = (size: string): string => `toUInt32(round(${size} * pixel_ratio))`;

const [WIDTH, HEIGHT] = ['screen_width', 'screen_height'];
const [WINDOW_WIDTH, WINDOW_HEIGHT] = ['window_width', 'window_height'];
/** Both branches of a condition are worked out, and nothing has a divisor in common with 0. */
const COMMON = `gcd(greatest(${WIDTH}, 1), greatest(${HEIGHT}, 1))`;

/** "Not known" is no value, and neither yes nor no. */
const said = (id: string, column: string): Dimension =>
  text(id, column, { label: yesOrNo, known: yesNoValues() });

export const screenDimensions: readonly Dimension[] = [
  text('screenResolution', sized(WIDTH, HEIGHT)),
  text(
    'screenFormat',
    ofBoth(
      WIDTH,
      HEIGHT,
      `concat(toString(intDiv(${WIDTH}, ${COMMON})), ':', toString(intDiv(${HEIGHT}, ${COMMON})))`,
    ),
  ),
  text('screenOrientation', ofBoth(WIDTH, HEIGHT, `if(${WIDTH} < ${HEIGHT}, 'portrait', 'landscape')`), {
    label: fromTable({
      portrait: { en: 'Portrait', ru: 'Книжная' },
      landscape: { en: 'Landscape', ru: 'Альбомная' },
    }),
    known: { closed: true, names: { portrait: [], landscape: [] } },
  }),
  number('screenColors', 'nullIf(screen_colors, 0)'),
  number('physicalScreenWidth', `nullIf(${physical(WIDTH)}, 0)`),
  number('physicalScreenHeight', `nullIf(${physical(HEIGHT)}, 0)`),
  text('physicalScreenResolution', sized(physical(WIDTH), physical(HEIGHT))),
  number('windowClientWidth', `nullIf(${WINDOW_WIDTH}, 0)`),
  number('windowClientHeight', `nullIf(${WINDOW_HEIGHT}, 0)`),
  text('windowClientArea', sized(WINDOW_WIDTH, WINDOW_HEIGHT)),
  number('clientTimeZone', 'nullIf(client_zone, 32767)'),
  said('cookieEnabled', 'cookies'),
  said('javascriptEnabled', 'javascript'),
  said('thirdPartyCookieEnabled', 'third_party_cookies'),
];
