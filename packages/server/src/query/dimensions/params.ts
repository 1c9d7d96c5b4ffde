/** Params of visits, events, visitors and addresses: fields of what a row has several of [M51] [M52]. */
import { defineDimension, type Dimension } from '../dimension.ts';
import { goalList } from '../lists/goals.ts';
import { eventParams, GOAL, PATH, sentUserParams, visitorParams, visitParams } from '../lists/params.ts';
import type { RecordList } from '../lists/records.ts';
import { eventUrlParams, NAME, NAME_AND_VALUE, pageUrlParams } from '../lists/url-params.ts';
import type { ScopeId } from '../scopes/scope.ts';

const field = (id: string, scopes: readonly ScopeId[], records: RecordList, sql: string): Dimension =>
  defineDimension({ id, scopes, kind: 'text', records, sql: () => sql });

const levels = (
  name: string,
  count: number,
  scopes: readonly ScopeId[],
  records: RecordList,
): readonly Dimension[] =>
  Array.from({ length: count }, (_level, at) =>
    field(`${name}Level${at + 1}`, scopes, records, `${PATH}[${at + 1}]`),
  );

const ofAddress = (name: string, scopes: readonly ScopeId[], records: RecordList): readonly Dimension[] => [
  field(`${name}ParamName`, scopes, records, NAME),
  field(`${name}ParamNameAndValue`, scopes, records, NAME_AND_VALUE),
];

/** Beside params of the event; events without any have it, too. */
const goalReached = defineDimension({
  id: 'goalReached',
  scopes: ['events'],
  kind: 'text',
  records: eventParams,
  sql: () => `if(${GOAL} = 0, '', toString(${GOAL}))`,
  label: (value, { goalNames }) => ({ id: value, name: goalNames.get(value) ?? value }),
  knownOf: (subject) => goalList.known(subject) ?? [],
});

export const paramsDimensions: readonly Dimension[] = [
  goalReached,
  ...levels('params', 10, ['visits'], visitParams),
  ...levels('eventParams', 10, ['events'], eventParams),
  ...levels('params', 5, ['userParams'], sentUserParams),
  ...levels('userParams', 5, ['visits'], visitorParams),
  ...ofAddress('URL', ['hits', 'downloads'], pageUrlParams),
  ...ofAddress('eventURL', ['events'], eventUrlParams),
];
