/** The grammar of `filters` and of names: whole conditions, and pieces of them in any order. */
import fc from 'fast-check';
import { brokenText } from '../../../packages/server/src/kit/test-broken.ts';
import { ask, saidOf, type Ask } from '../ask.ts';
import type { Target } from '../target.ts';

const words = (text: string): readonly string[] => text.split(' ');
const MARKS = words("' ( ) , [ == != =@ !@ =~ !~ > < >= =* =. !.");
const JOINTS = [' AND ', ' OR ', ' NOT ', ' IN ', 'EXISTS', 'null'];
const NAMES = words(
  'ym:s:browser ym:s:startURL ym:s:visits ym:s:goal1reaches ym:s:goal<goal_id>users ym:s:date ym:pv:URL',
);
const VALUES = words(String.raw`'a' '\\' 1 -1.5 1e9 '(a+)+$' '[[' '\\Q'`);
const piece = fc.oneof(
  fc.constantFrom(...MARKS, ...JOINTS),
  fc.constantFrom(...NAMES, ...VALUES),
  brokenText(100),
);
const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const condition = fc
  .tuple(
    fc.constantFrom(
      'ym:s:browser',
      'ym:s:startURL',
      'ym:s:visits',
      'ym:s:referer',
      'ym:s:trafficSource',
      'ym:s:date',
      'ym:s:regionCountry',
    ),
    fc.constantFrom('==', '!=', '=@', '!@', '=~', '!~', '>', '<', '=*'),
    brokenText(100).map((value) => value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")),
  )
  .map(([name, operator, value]) => `${name}${operator}'${value}'`);
const set = fc
  .tuple(
    fc.constantFrom('EXISTS', 'ALL', 'NONE', 'EXISTS ym:u:userID WITH ', 'NONE ym:s:visitID WITH '),
    condition.map((one) => one.replace('ym:s:browser', 'ym:pv:URL').replace('ym:s:referer', 'ym:pv:title')),
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([opening, one, depth]) => `${`${opening}(`.repeat(depth)}${one}${')'.repeat(depth)}`);
const filter = fc.oneof(
  soup,
  set,
  fc.tuple(set, condition).map((all) => all.join(' OR ')),
  fc.array(condition, { minLength: 1, maxLength: 4 }).map((all) => all.join(' AND ')),
  fc.tuple(fc.nat(200), condition).map(([depth, one]) => `${'('.repeat(depth)}${one}${')'.repeat(depth)}`),
);

export const filters: Target = {
  name: 'filters',
  inputs: (world) =>
    fc
      .record({
        filters: filter,
        path: fc.constantFrom('data', 'data/bytime', 'data/drilldown', 'data.csv'),
        sort: soup,
        prefix: fc.constantFrom('ym:s:', 'ym:s:', 'ym:pv:'),
      })
      .map(({ filters: said, path, sort, prefix }) => {
        const query = new URLSearchParams({
          ids: String(world.counter),
          metrics: prefix === 'ym:s:' ? 'ym:s:visits' : 'ym:pv:pageviews',
          dimensions: `${prefix}browser`,
          filters: said,
          ...(sort.length % 4 === 0 ? { sort } : {}),
        });
        const headers = { authorization: `OAuth ${world.token}` };
        const one: Ask = { method: 'GET', path: `/stat/v1/${path}?${query}`, headers };
        return { said: saidOf(one), send: () => ask(world, one) };
      }),
};
