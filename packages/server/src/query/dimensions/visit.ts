/** What visits and visitors were like. */
import { defineDimension, type Dimension } from '../dimension.ts';
import { yesOrNo } from './yes-or-no.ts';

const flag = (id: string, sql: string): Dimension =>
  defineDimension({ id, kind: 'flag', sql: () => sql, label: yesOrNo });

const number = (id: string, column: string): Dimension =>
  defineDimension({ id, kind: 'number', sql: () => column });

/** Reports that name it count robots, too [V13]. */
export const isRobot = flag('isRobot', 'is_robot');

export const visitDimensions: readonly Dimension[] = [
  isRobot,
  flag('isNewUser', 'visit_number = 1'),
  flag('bounce', 'is_bounce'),
  number('pageViews', 'page_views'),
  number('visitDuration', 'duration'),
  number('userVisits', 'visit_number'),
  number('counterID', 'counter_id'),
  defineDimension({ id: 'clientID', kind: 'text', sql: () => 'toString(visitor_id)' }),
  defineDimension({ id: 'userClientUserId', kind: 'text', sql: () => 'user_id' }),
];
