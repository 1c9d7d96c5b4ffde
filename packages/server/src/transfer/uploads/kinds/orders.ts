/** Orders of a CRM: each reaches the goals of its status [G132]. */
import type { GoalTypeName } from '@goalpost/contract/goals';
import { isWrong, readAll, text } from '../cells.ts';
import { defineUpload } from '../kind.ts';

const TYPES: ReadonlyMap<string, GoalTypeName> = new Map([
  ['IN_PROGRESS', 'cdp_order_in_progress'],
  ['PAID', 'cdp_order_paid'],
  ['CANCELLED', 'cdp_order_cancelled'],
  ['SPAM', 'cdp_order_spam'],
]);

export const orders = defineUpload({
  id: 'ORDERS',
  path: 'upload',
  summary: 'Upload orders of a CRM, as CSV',
  makes: [
    { type: 'cdp_order_in_progress', name: 'CRM: order in progress' },
    { type: 'cdp_order_paid', name: 'CRM: order paid' },
    { type: 'cdp_order_cancelled', name: 'CRM: order cancelled' },
    { type: 'cdp_order_spam', name: 'CRM: spam' },
  ],
  columns: ['OrderId', 'OrderStatus'],
  needed: ['OrderId', 'OrderStatus'],
  read(cells) {
    const line = readAll(cells, { order: text('OrderId'), status: text('OrderStatus') });
    if (isWrong(line)) return line;
    if (line.order === '') return { column: 'OrderId', why: 'the number of the order is missing' };
    const type = TYPES.get(line.status.toUpperCase());
    if (type === undefined)
      return { column: 'OrderStatus', why: `one of ${[...TYPES.keys()].join(', ')} is needed` };
    return { target: null, types: [type], key: `${type} ${line.order}` };
  },
});
