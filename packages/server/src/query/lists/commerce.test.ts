/** Products, orders and promotions of visits, held against plain counts over the same lists. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HitRow, VisitRow } from '../../collect/index.ts';
import { startTestStat, type TestStat } from '../test-stat.ts';
import { hit, visit } from '../test-visits.ts';
import { testShop, type TestShop } from './test-shop.ts';

type Product = NonNullable<HitRow['products']>[number];
type Purchase = NonNullable<HitRow['purchases']>[number];

let stat: TestStat;
let shop: TestShop;
beforeAll(async () => {
  stat = await startTestStat();
  shop = testShop(stat);
});
afterAll(() => stat.close());
const own = (): number => shop.own();

const blank: Product = {
  action: 'add',
  id: 'A',
  name: '',
  brand: '',
  category: '',
  variant: '',
  coupon: '',
  list: '',
  position: 0,
  price: null,
  discount: null,
  quantity: 1,
  currency: 'EUR',
};

const product: fc.Arbitrary<Product> = fc.record({
  action: fc.constantFrom('impressions', 'click', 'detail', 'add', 'remove', 'purchase'),
  id: fc.constantFrom('A', 'B', ''),
  name: fc.constantFrom('Hat', 'Ёлка "2"', ''),
  brand: fc.constantFrom('X', ''),
  category: fc.constantFrom('Clothes/Hats', 'Toys', ''),
  variant: fc.constant(''),
  coupon: fc.constantFrom('', 'SALE'),
  list: fc.constantFrom('', 'Search'),
  position: fc.constantFrom(0, 3),
  price: fc.constantFrom(null, 0, 10, 19.99),
  discount: fc.constant(null),
  quantity: fc.constantFrom(1, 2, 0.5),
  currency: fc.constantFrom('EUR', 'USD'),
});
const purchase: fc.Arbitrary<Purchase> = fc.record({
  id: fc.constantFrom('T1', 'T2', ''),
  coupon: fc.constantFrom('', 'SALE'),
  revenue: fc.constantFrom(0, 12.5, 100),
  currency: fc.constantFrom('EUR', 'USD'),
});
/** Each visit by its hits, each visitor among three. */
const shops = fc.array(
  fc.record({
    visitor: fc.constantFrom('1', '2', '3'),
    hits: fc.array(
      fc.record({
        products: fc.array(product, { maxLength: 3 }),
        purchases: fc.array(purchase, { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

interface Visit {
  readonly visitor: string;
  readonly products: readonly Product[];
  readonly purchases: readonly Purchase[];
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((all, one) => all + Math.round(one * 1e6), 0) / 1e6;
const users = (visits: readonly Visit[]): number => new Set(visits.map(({ visitor }) => visitor)).size;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);
const of =
  (action: string) =>
  ({ products }: Visit): Product[] =>
    products.filter((one) => one.action === action);
const cost = (visits: readonly Visit[], action: string): number =>
  sum(
    visits
      .flatMap(of(action))
      .filter(({ currency }) => currency === 'EUR')
      .map(({ price, quantity }) => (price ?? 0) * quantity),
  );
const uniq = (visits: readonly Visit[], action: string): number =>
  users(visits.filter((one) => of(action)(one).length > 0));

const OF_PRODUCTS: Readonly<Record<string, (visits: readonly Visit[]) => number | null>> = {
  visits: (visits) => visits.length,
  productImpressions: (visits) => visits.flatMap(of('detail')).length,
  productInListImpressions: (visits) => visits.flatMap(of('impressions')).length,
  productClicks: (visits) => visits.flatMap(of('click')).length,
  productClicksUniq: (visits) => uniq(visits, 'click'),
  productBasketsUniq: (visits) => uniq(visits, 'add'),
  productBasketsUserPercentage: (visits) => share(uniq(visits, 'add'), users(visits)),
  productBasketsQuantity: (visits) => sum(visits.flatMap(of('add')).map(({ quantity }) => quantity)),
  productBasketsPrice: (visits) => cost(visits, 'add'),
  productBasketsRemoveUniq: (visits) => uniq(visits, 'remove'),
  productPurchasedUniq: (visits) => uniq(visits, 'purchase'),
  productPurchasedPrice: (visits) => cost(visits, 'purchase'),
};

const euros = (visits: readonly Visit[]): number =>
  sum(
    visits
      .flatMap(({ purchases }) => purchases)
      .filter(({ currency }) => currency === 'EUR')
      .map(({ revenue }) => revenue),
  );
const orders = (visits: readonly Visit[]): number => visits.flatMap(({ purchases }) => purchases).length;

const OF_ORDERS: typeof OF_PRODUCTS = {
  visits: (visits) => visits.length,
  ecommercePurchases: orders,
  usersPurchasePercentage: (visits) =>
    share(users(visits.filter(({ purchases }) => purchases.length > 0)), users(visits)),
  ecommerceEURConvertedRevenue: euros,
  ecommerceEURConvertedRevenuePerVisit: (visits) =>
    visits.length === 0 ? null : euros(visits) / visits.length,
  ecommerceEURConvertedRevenuePerPurchase: (visits) =>
    orders(visits) === 0 ? null : euros(visits) / orders(visits),
};

/** Rows of visits, each cut to the records that have the key; the first part of a key must be there. */
function counted<T>(
  visits: readonly Visit[],
  records: (of: Visit) => readonly T[],
  cut: (shop: Visit, some: readonly T[]) => Visit,
  key: (record: T) => (string | null)[],
  metrics: typeof OF_PRODUCTS,
) {
  const shown = (record: T): boolean => key(record)[0] !== null;
  const keys = new Set(
    visits
      .flatMap(records)
      .filter(shown)
      .map((one) => JSON.stringify(key(one))),
  );
  const measure = (fits: (record: T) => boolean) => {
    const some = visits.flatMap((shop) => {
      const list = records(shop).filter(fits);
      return list.length === 0 ? [] : [cut(shop, list)];
    });
    return Object.values(metrics).map((metric) => metric(some));
  };
  const rows = [...keys].map((one) => [one, measure((record) => JSON.stringify(key(record)) === one)]);
  return { rows: Object.fromEntries(rows) as Record<string, unknown>, totals: measure(shown) };
}

const text = (value: string): string | null => (value === '' ? null : value);
const number = (value: number | null): string | null =>
  value === null || value === 0 ? null : String(value);

const PRODUCT_KEYS: Readonly<Record<string, (one: Product) => string | null>> = {
  productName: ({ name }) => text(name),
  productID: ({ id }) => text(id),
  productBrandCart: ({ brand, action }) => (action === 'add' ? text(brand) : null),
  PProductID: ({ id, action }) => (action === 'purchase' ? text(id) : null),
  productCategoryLevel1: ({ category }) => text(category.split('/')[0] ?? ''),
  productCategoryLevel2: ({ category }) => text(category.split('/')[1] ?? ''),
  productPosition: ({ position }) => number(position),
  productPrice: ({ price }) => (price === null ? null : String(price)),
  productCurrency: ({ currency }) => text(currency),
};

async function stored(list: typeof shops extends fc.Arbitrary<infer T> ? T : never) {
  const id = own();
  const rows: { row: VisitRow; shop: Visit }[] = [];
  for (const { visitor, hits } of list) {
    const row = visit({ counter_id: id, visitor_id: visitor });
    const shop = {
      visitor,
      products: hits.flatMap((one) => one.products),
      purchases: hits.flatMap((one) => one.purchases),
    };
    rows.push({ row, shop });
    if (hits.length > 0) await stat.addHits(...hits.map((one) => hit(row, one)));
  }
  await stat.add(...rows.map(({ row }) => row));
  return { id, visits: rows.map(({ shop }) => shop) };
}

it('[M54] [M55] rows and totals of products and orders are those of plain lists', async () => {
  const keys = fc.uniqueArray(fc.constantFrom(...Object.keys(PRODUCT_KEYS)), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(shops, keys, async (list, names) => {
      const { id, visits } = await stored(list);
      expect(await shop.asked(id, Object.keys(OF_PRODUCTS), names)).toEqual(
        counted(
          visits,
          ({ products }) => products,
          (shop, products) => ({ ...shop, products }),
          (one) => names.map((name) => PRODUCT_KEYS[name]?.(one) ?? null),
          OF_PRODUCTS,
        ),
      );
      expect(await shop.asked(id, Object.keys(OF_ORDERS), ['purchaseID', 'purchaseCoupon'])).toEqual(
        counted(
          visits,
          ({ purchases }) => purchases,
          (shop, purchases) => ({ ...shop, purchases }),
          (one) => [text(one.id), text(one.coupon)],
          OF_ORDERS,
        ),
      );
      // Of all visits, by what each of them brought.
      const by = await shop.asked(id, Object.keys({ ...OF_ORDERS }), ['purchaseExistsVisit']);
      const groups = Map.groupBy(visits, ({ purchases }) => (purchases.length > 0 ? 'yes' : 'no'));
      expect(by.rows).toEqual(
        Object.fromEntries(
          [...groups].map(([value, some]) => [
            JSON.stringify([value]),
            Object.values(OF_ORDERS).map((metric) => metric(some)),
          ]),
        ),
      );
    }),
    { numRuns: 12 },
  );
});

it('[M32] [M55] revenue of orders names what is in other currencies', async () => {
  const id = own();
  const row = visit({ counter_id: id });
  await stat.add(row);
  await stat.addHits(
    hit(row, {
      purchases: [
        { id: 'T1', coupon: '', revenue: 10, currency: 'EUR' },
        { id: 'T2', coupon: '', revenue: 7.5, currency: 'USD' },
      ],
    }),
  );
  const answer = await stat.data({ ids: String(id), metrics: 'ym:s:ecommerceEURConvertedRevenue' });
  expect([answer.totals, answer.other_revenue]).toEqual([[10], [[{ currency: 'USD', revenue: 7.5 }]]]);
  const dollars = await stat.data({ ids: String(id), metrics: 'ym:s:ecommerceUSDConvertedRevenue' });
  expect(dollars.totals).toEqual([7.5]);
  const by = await stat.data({
    ids: String(id),
    metrics: 'ym:s:visits',
    dimensions: 'ym:s:purchaseRevenueVisit',
  });
  expect(by.data.map(({ dimensions }) => dimensions[0]?.id)).toEqual(['10']);
});

it('[M54] filters choose visits by their products and promotions', async () => {
  const id = own();
  const [a, b] = [visit({ counter_id: id }), visit({ counter_id: id })];
  await stat.add(a, b, visit({ counter_id: id }));
  const promotion = { id: 'P', name: 'Sale', creative: 'red', slot: 'top', position: '1' };
  await stat.addHits(
    hit(a, { products: [{ ...blank, price: 10 }], promotions: [{ action: 'view', ...promotion }] }),
    hit(b, { products: [{ ...blank, id: 'B', price: 20 }], promotions: [{ action: 'click', ...promotion }] }),
  );
  const count = (filters: string) => shop.totals(id, 'ym:s:visits', { filters });
  expect(await count("ym:s:productID=='A'")).toEqual([1]);
  expect(await count("ym:s:productID!='A'")).toEqual([2]);
  expect(await count('ym:s:productPrice>10')).toEqual([1]);
  expect(await count('ym:s:productPrice==null')).toEqual([1]);
  expect(await count("ym:s:EPromotionName=*'S*'")).toEqual([2]);
  const metrics = 'ym:s:ePromotionImpressions,ym:s:ePromotionClicks,ym:s:ePromotionClicksUserPercentage';
  expect(await shop.totals(id, metrics)).toEqual([1, 1, 100 / 3]);
});
