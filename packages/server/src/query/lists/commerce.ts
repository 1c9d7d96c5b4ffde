/** Products, orders and promotions of a visit, as its hits tell of them [M54]. */
import { commerceHits } from '../scopes/facts.ts';
import { RECORD, type RecordList, type Side } from './records.ts';

const commerce: Side = {
  name: 'commerce',
  key: 'visit',
  scope: commerceHits,
  days: 'visits',
  columns: ['products', 'purchases', 'promotions'].map(
    (column) => `groupArrayArray(${column}) AS visit_${column}`,
  ),
};

const of = (name: string): RecordList => ({
  name,
  sql(scope) {
    scope.join(commerce);
    return `visit_${name}`;
  },
});

export const products = of('products');
export const purchases = of('purchases');
export const promotions = of('promotions');

/** A field of a record. */
export const fieldSql = (name: string, record = RECORD): string => `tupleElement(${record}, '${name}')`;
