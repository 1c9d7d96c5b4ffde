/** Params as paths: objects and arrays branch, texts end their path, numbers are values [M51]. */
import { toldOfVisitors } from '../scopes/facts.ts';
import { RECORD, type RecordList, type Side } from './records.ts';

/** As deep as params are kept [W6], and one for the list around them. */
const DEPTH = 11;
/** Larger numbers are kept as a param without a value. */
const LARGEST = '1e15';

/** Strings, numbers, and what lies between them. */
const TOKENS = String.raw`'"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[^"0-9-]+|-'`;
/** More than 64 bits hold, or close to it: one such number, and the store reads nothing of the JSON. */
const LARGE = String.raw`'^-?(?:[0-9]{19,}(?:[.eE].*)?|.*[eE]\\+?[0-9]{3,})$'`;

/** JSON as the store can read it: numbers that are too large for it stand as texts. */
function readableSql(json: string): string {
  const token = `if(NOT startsWith(x, '"') AND match(x, ${LARGE}), concat('"', x, '"'), x)`;
  const whole = `arrayStringConcat(arrayMap(x -> ${token}, extractAll(${json}, ${TOKENS})))`;
  return `if(match(${json}, '[0-9]{19}|[eE][+]?[0-9]{3}'), ${whole}, ${json})`;
}

/** Every leaf with its path: an array of `(path, JSON)`. @param roots array of JSON texts, as SQL */
function leavesSql(roots: string): string {
  const ofObject = `arrayMap(kv -> (arrayPushBack(e.1, kv.1), kv.2), JSONExtractKeysAndValuesRaw(e.2))`;
  const ofArray = `arrayMap(x -> (arrayPushBack(e.1, '[Parameters]'), x), JSONExtractArrayRaw(e.2))`;
  const step = `multiIf(startsWith(e.2, '{'), ${ofObject}, startsWith(e.2, '['), ${ofArray}, [e])`;
  const first = `CAST(arrayMap(x -> ([], x), ${roots}), 'Array(Tuple(Array(String), String))')`;
  return `arrayFold((acc, i) -> arrayFlatten(arrayMap(e -> ${step}, acc)), range(${DEPTH}), ${first})`;
}

/** `(place, path, value)`; what says no name is left out. @param leaves as `leavesSql` makes them */
function pathsSql(leaves: string): string {
  const isText = `startsWith(e.2, '"')`;
  const said = `multiIf(${isText}, JSONExtractString(e.2), e.2 IN ('true', 'false'), e.2, '')`;
  const number = `if(abs(ifNull(toFloat64OrNull(e.2), 1e300)) <= ${LARGEST}, toFloat64OrNull(e.2), NULL)`;
  const path = `if(${said} = '', e.1, arrayPushBack(e.1, ${said}))`;
  const all = `arrayMap((e, i) -> (i, ${path}, ${number}), ${leaves}, arrayEnumerate(${leaves}))`;
  return `arrayFilter(p -> notEmpty(p.2), ${all})`;
}

const paramsSql = (roots: string): string => pathsSql(leavesSql(roots));

export const PLACE = `${RECORD}.1`;
export const PATH = `${RECORD}.2`;
export const VALUE = `${RECORD}.3`;

/** Of a visit: what its hits sent, in a list. */
export const visitParams: RecordList = {
  name: 'params',
  sql: () => paramsSql(`JSONExtractArrayRaw(${readableSql('params')})`),
};

/** Of an event, with each goal that it reached: 0 where it reached none, or has no params at all. */
export const eventParams: RecordList = {
  name: 'event_params',
  sql(scope) {
    const params = `CAST(${paramsSql(`[${readableSql('params')}]`)}, 'Array(Tuple(UInt32, Array(String), Nullable(Float64)))')`;
    const some = `if(empty(${params}), [(0, [], NULL)], ${params})`;
    const goals = `arrayDistinct(arrayIntersect(goal_ids, ${scope.goals()}))`;
    const eachGoal = `if(empty(${goals}), [0], ${goals})`;
    return `arrayFlatten(arrayMap(p -> arrayMap(g -> (p.1, p.2, p.3, g), ${eachGoal}), ${some}))`;
  },
};
export const GOAL = `${RECORD}.4`;

/** Of a hit that tells of its visitor. */
export const sentUserParams: RecordList = {
  name: 'user_params',
  sql: () => paramsSql(`[${readableSql('user_params')}]`),
};

/** Of the visitor of a visit: of each name what was told last, whenever that was [M53]. */
const told: Side = {
  name: 'told',
  key: 'visitor',
  scope: toldOfVisitors(leavesSql(`[${readableSql('user_params')}]`)),
  days: 'all',
  columns: ['groupArray((path, said)) AS told_params'],
};

export const visitorParams: RecordList = {
  name: 'visitor_params',
  sql(scope) {
    scope.join(told);
    return pathsSql('told_params');
  },
};
