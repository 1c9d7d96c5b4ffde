/** What visitors did with products and promotions, and what orders brought [M54] [M55]. */
import { fieldSql, products, promotions, purchases } from '../lists/commerce.ts';
import type { RecordList } from '../lists/records.ts';
import { defineMetric, moneySql, percent, ratio, type Metric, type MetricScope } from '../metric.ts';

const VISITS = 'count()';
const USERS = 'uniqExact(visitor_id)';

const ofList =
  (list: RecordList) =>
  (id: string, ofNothing: 0 | null, sql: Metric['sql']): Metric =>
    defineMetric({ id, lists: [list], ofNothing, sql });

/** Records of one action. */
const during = (list: RecordList, action: string) => (scope: MetricScope) =>
  `arrayFilter(x -> ${fieldSql('action', 'x')} = '${action}', ${scope.records(list)})`;

type Records = (scope: MetricScope) => string;
const usersWith = (records: Records) => (scope: MetricScope) =>
  `uniqExactIf(visitor_id, notEmpty(${records(scope)}))`;

/** How often, by how many visitors, and by which share of them. */
function did(list: RecordList, action: string, names: Readonly<Record<'all' | 'uniq', string>>) {
  const metric = ofList(list);
  const records = during(list, action);
  const users = usersWith(records);
  return [
    ...(names.all === '' ? [] : [metric(names.all, 0, (scope) => `sum(length(${records(scope)}))`)]),
    metric(`${names.uniq}Uniq`, 0, users),
    metric(`${names.uniq}UserPercentage`, null, (scope) => percent(users(scope), USERS)),
  ];
}

const both = (name: string) => ({ all: name, uniq: name });

/** What products of one action cost together; one without a price costs nothing. */
function worth(action: string, name: string): readonly Metric[] {
  const metric = ofList(products);
  const records = during(products, action);
  const cost = `ifNull(${fieldSql('price', 'x')}, 0) * ${fieldSql('quantity', 'x')}`;
  const priced: Records = (scope) =>
    `arrayMap(x -> (${fieldSql('currency', 'x')}, ${cost}, started_at), ${records(scope)})`;
  const money: Records = (scope) => moneySql(priced(scope), scope);
  const quantity: Records = (scope) =>
    `sumArray(arrayMap(x -> toInt128(round(${fieldSql('quantity', 'x')} * 1e6)), ${records(scope)})) / 1e6`;
  return [
    metric(`${name}Quantity`, 0, quantity),
    { ...metric(`${name}Price`, 0, money), priced },
    { ...metric(`${name}<currency>ConvertedPrice`, 0, money), priced },
  ];
}

const revenuePrices: Records = (scope) =>
  `arrayMap(x -> (${fieldSql('currency', 'x')}, ${fieldSql('revenue', 'x')}, started_at), ${scope.records(purchases)})`;
const revenue: Records = (scope) => moneySql(revenuePrices(scope), scope);
const orders: Records = (scope) => `sum(length(${scope.records(purchases)}))`;
const ofOrders = ofList(purchases);
const money = (id: string, ofNothing: 0 | null, sql: Metric['sql']): Metric => ({
  ...ofOrders(id, ofNothing, sql),
  priced: revenuePrices,
});

/** Of orders, as of goals. */
export const ecommerceSums = { reaches: orders, revenue, priced: revenuePrices, lists: [purchases] } as const;

/** A row of costs has no orders. */
const alsoOfCosts = (metric: Metric): Metric => ({ ...metric, scopes: ['visits', 'costs'] });

export const commerceMetrics: readonly Metric[] = [
  ...did(products, 'detail', both('productImpressions')),
  ...did(products, 'impressions', both('productInListImpressions')),
  ...did(products, 'click', both('productClicks')),
  ...did(products, 'add', { all: '', uniq: 'productBaskets' }),
  ...did(products, 'remove', { all: '', uniq: 'productBasketsRemove' }),
  ...did(products, 'purchase', { all: '', uniq: 'productPurchased' }).slice(0, 1),
  ...worth('add', 'productBaskets'),
  ...worth('purchase', 'productPurchased'),
  ...did(promotions, 'view', both('ePromotionImpressions')),
  ...did(promotions, 'click', both('ePromotionClicks')),
  alsoOfCosts(ofOrders('ecommercePurchases', 0, orders)),
  ofOrders('usersPurchasePercentage', null, (scope) =>
    percent(usersWith((at) => at.records(purchases))(scope), USERS),
  ),
  alsoOfCosts(money('ecommerce<currency>ConvertedRevenue', 0, revenue)),
  money('ecommerce<currency>ConvertedRevenuePerVisit', null, (scope) => ratio(revenue(scope), VISITS)),
  money('ecommerce<currency>ConvertedRevenuePerPurchase', null, (scope) =>
    ratio(revenue(scope), orders(scope)),
  ),
];
