/** Calls of a visit, each with its fields [M56]. */
import { defineDimension, type Dimension } from '../dimension.ts';
import { callField, calls } from '../lists/calls.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const flag = (id: string, sql: string): Dimension =>
  defineDimension({
    id,
    kind: 'flag',
    records: calls,
    sql: () => sql,
    label: yesOrNo,
    known: yesNoValues(),
  });

const number = (id: string, sql: string): Dimension =>
  defineDimension({ id, kind: 'number', records: calls, sql: () => sql });

export const callDimensions: readonly Dimension[] = [
  flag('offlineCallMissed', callField('missed')),
  flag('offlineCallFirstTimeCaller', callField('first_time')),
  defineDimension({
    id: 'offlineCallTag',
    kind: 'text',
    records: calls,
    sql: () => `toString(${callField('tag')})`,
  }),
  number('offlineCallHoldDuration', callField('hold_seconds')),
  number('offlineCallTalkDuration', callField('talk_seconds')),
];
