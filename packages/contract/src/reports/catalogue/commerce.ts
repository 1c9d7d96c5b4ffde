/** What was looked at, put in the cart and bought, and the calls that the site brought. */
import type { DimensionId } from '../names/dimensions.ts';
import type { MetricId } from '../names/metrics.ts';
import { defineReport, type Report, type Text } from '../report.ts';

const PRODUCTS = [
  'visits',
  'users',
  'productImpressions',
  'productBasketsQuantity',
  'productPurchasedQuantity',
  'productPurchased<currency>ConvertedPrice',
] as const;
const BASKET = [
  'visits',
  'users',
  'productBasketsQuantity',
  'productBaskets<currency>ConvertedPrice',
  'productBasketsUniq',
] as const;
const ORDERS = ['visits', 'users', 'ecommercePurchases', 'ecommerce<currency>ConvertedRevenue'] as const;
const CALLS = [
  'offlineCalls',
  'offlineCallsMissed',
  'offlineCallsMissedPercentage',
  'offlineCallsFirstTimeCaller',
  'offlineCallTalkDurationAvg',
  'offlineCall<currency>ConvertedRevenue',
] as const;

const of =
  (metrics: readonly [MetricId, ...MetricId[]]) =>
  (id: string, title: Text, ...dimensions: readonly DimensionId[]): Report =>
    defineReport({
      id,
      section: 'commerce',
      title,
      dimensions,
      metrics,
      sort: `-${metrics[0]}`,
      chart: 'bars',
    });

export const commerceReports: readonly Report[] = [
  of(ORDERS)('purchase', { en: 'Orders', ru: 'Заказы' }, 'purchaseID'),
  of(PRODUCTS)('top_products', { en: 'Products', ru: 'Товары' }, 'productName', 'productID'),
  of(PRODUCTS)('top_brands', { en: 'Brands', ru: 'Бренды' }, 'productBrand'),
  of(BASKET)('basket', { en: 'Carts', ru: 'Корзины' }, 'productNameCart'),
  of(BASKET)(
    'basket_products',
    { en: 'Products in carts', ru: 'Товары в корзинах' },
    'productNameCart',
    'productIDCart',
  ),
  of(ORDERS)('coupon', { en: 'Coupons', ru: 'Промокоды' }, 'purchaseCoupon'),
  of(['visits', 'users', 'productInListImpressions', 'productClicks'])(
    'product_list',
    { en: 'Product lists', ru: 'Списки товаров' },
    'productList',
  ),
  of(['visits', 'users', 'ePromotionImpressions', 'ePromotionClicks'])(
    'promo_campaigns',
    { en: 'Promotions', ru: 'Акции' },
    'EPromotionName',
    'EPromotionCreative',
  ),
  of(CALLS)(
    'offline_calls_sources',
    { en: 'Calls by source', ru: 'Звонки по источникам' },
    '<attribution>TrafficSource',
    '<attribution>SourceEngine',
  ),
  of(CALLS)(
    'offline_calls_quality',
    { en: 'Missed calls', ru: 'Пропущенные звонки' },
    'offlineCallMissed',
    'offlineCallTag',
  ),
];
