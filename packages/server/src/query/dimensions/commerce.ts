/** Products, orders and promotions of a visit: fields of what its hits tell [M54] [M55]. */
import { defineDimension, type Dimension, type ValueDimension } from '../dimension.ts';
import { fieldSql, products, promotions, purchases } from '../lists/commerce.ts';
import type { RecordList } from '../lists/records.ts';
import { yesNoValues, yesOrNo } from './yes-or-no.ts';

const of =
  (records: RecordList, kind: 'text' | 'number') =>
  (id: string, sql: string): Dimension =>
    defineDimension({ id, kind, records, sql: () => sql } as ValueDimension);

const text = of(products, 'text');
const number = of(products, 'number');
const promotion = of(promotions, 'text');

const CATEGORY = `splitByChar('/', ${fieldSql('category')})`;
const during = (action: string, name: string): string =>
  `if(${fieldSql('action')} = '${action}', ${fieldSql(name)}, '')`;

const BY_ACTION = ['ID', 'Name', 'Brand'].flatMap((part) => [
  text(`product${part}`, fieldSql(part.toLowerCase())),
  text(`product${part}Cart`, during('add', part.toLowerCase())),
  text(`PProduct${part}`, during('purchase', part.toLowerCase())),
]);

export const commerceDimensions: readonly Dimension[] = [
  ...BY_ACTION,
  ...[1, 2, 3, 4, 5].map((level) => text(`productCategoryLevel${level}`, `trimBoth(${CATEGORY}[${level}])`)),
  text('productVariant', fieldSql('variant')),
  text('productCoupon', fieldSql('coupon')),
  text('productList', fieldSql('list')),
  text('productCurrency', `toString(${fieldSql('currency')})`),
  number('productPosition', `nullIf(${fieldSql('position')}, 0)`),
  number('productPrice', fieldSql('price')),
  number('productDiscount', fieldSql('discount')),
  number('productSum', `round(${fieldSql('price')} * ${fieldSql('quantity')}, 6)`),
  of(purchases, 'text')('purchaseID', fieldSql('id')),
  of(purchases, 'text')('purchaseCoupon', fieldSql('coupon')),
  of(purchases, 'number')('purchaseRevenue', fieldSql('revenue')),
  defineDimension({
    id: 'purchaseExistsVisit',
    kind: 'flag',
    sql: (scope) => `notEmpty(${purchases.sql(scope)})`,
    label: yesOrNo,
    known: yesNoValues(),
  }),
  defineDimension({
    id: 'purchaseRevenueVisit',
    kind: 'number',
    sql(scope) {
      const all = purchases.sql(scope);
      const price = `if(${fieldSql('currency', 'x')} = ${scope.questionCurrency()}, toInt128(round(${fieldSql('revenue', 'x')} * 1e6)), 0)`;
      return `if(empty(${all}), NULL, arraySum(arrayMap(x -> ${price}, ${all})) / 1e6)`;
    },
  }),
  promotion('EPromotionID', fieldSql('id')),
  promotion('EPromotionName', fieldSql('name')),
  promotion('EPromotionCreative', fieldSql('creative')),
  promotion('EPromotionCreativeSlot', fieldSql('slot')),
  promotion('EPromotionPosition', fieldSql('position')),
];
