/** What visits and visitors were like. */
import { defineDimension, type Dimension } from '../dimension.ts';
import { EVERYWHERE } from '../scopes/scopes.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const flag = (id: string, sql: string, names: Parameters<typeof yesNoValues>[0]): Dimension =>
  defineDimension({ id, kind: 'flag', sql: () => sql, label: yesOrNo, known: yesNoValues(names) });

const number = (id: string, column: string): Dimension =>
  defineDimension({ id, kind: 'number', sql: () => column });

/** Reports that name it count robots, too [V13]. */
export const isRobot: Dimension = {
  ...flag('isRobot', 'is_robot', {
    yes: ['Robots', 'Robot', 'Роботы'],
    no: ['People', 'Humans', 'Люди'],
  }),
  scopes: EVERYWHERE,
};

export const visitDimensions: readonly Dimension[] = [
  isRobot,
  flag('isNewUser', 'visit_number = 1', {
    yes: ['new', 'New visitors', 'New users', 'Новые посетители'],
    no: ['returning', 'Returning visitors', 'Returning users', 'Вернувшиеся посетители'],
  }),
  flag('bounce', 'is_bounce', {
    yes: ['Bounce', 'Bounces', 'Отказ', 'Отказы'],
    no: ['Not bounce', 'Not a bounce', 'Не отказ', 'Не отказы'],
  }),
  number('pageViews', 'page_views'),
  number('visitDuration', 'duration'),
  number('userVisits', 'visit_number'),
  { ...number('counterID', 'counter_id'), scopes: EVERYWHERE },
  defineDimension({ id: 'clientID', kind: 'text', sql: () => 'toString(visitor_id)' }),
  defineDimension({ id: 'userClientUserId', kind: 'text', sql: () => 'user_id' }),
];
