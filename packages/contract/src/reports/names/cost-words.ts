/** What reports say of the costs of advertising; the field has some of it, the rest is ours. */
import type { DimensionWords } from './dimension-words.ts';
import type { MetricWords } from './unit.ts';

export const COST_WORDS = {
  '<attribution>ExpenseSource': [
    'Source of costs',
    'Источник расходов',
    'The utm_source that costs were uploaded for.',
    'Значение utm_source, для которого загружены расходы.',
  ],
  '<attribution>ExpenseMedium': [
    'Medium of costs',
    'Канал расходов',
    'The utm_medium that costs were uploaded for.',
    'Значение utm_medium, для которого загружены расходы.',
  ],
  '<attribution>ExpenseCampaign': [
    'Campaign of costs',
    'Кампания расходов',
    'The utm_campaign that costs were uploaded for.',
    'Значение utm_campaign, для которого загружены расходы.',
  ],
} as const satisfies Readonly<Record<string, DimensionWords>>;

export const COST_METRIC_WORDS = {
  'expenses<currency>': [
    'money',
    'Costs',
    'Расходы',
    'What advertising cost, as uploaded, in the currency asked for.',
    'Сколько стоила реклама по загруженным данным, в валюте отчёта.',
  ],
  expenseClicks: [
    'count',
    'Paid clicks',
    'Оплаченные клики',
    'How many clicks the advertising systems counted, as uploaded.',
    'Сколько кликов насчитали рекламные системы по загруженным данным.',
  ],
} as const satisfies Readonly<Record<string, MetricWords>>;

export const OWN_COST_METRIC_WORDS = {
  costPerClick: [
    'money',
    'Cost per click',
    'Цена клика',
    'Costs divided by the clicks that the advertising systems counted.',
    'Расходы, делённые на клики по счёту рекламных систем.',
  ],
  costPerVisit: [
    'money',
    'Cost per visit',
    'Цена визита',
    'Costs divided by the visits that came with the same marks.',
    'Расходы, делённые на визиты с теми же метками.',
  ],
  'goal<goal_id>costPerReach': [
    'money',
    'Cost per conversion',
    'Цена конверсии',
    'Costs divided by the completions of this goal.',
    'Расходы, делённые на достижения цели.',
  ],
  'goal<goal_id>costPerVisit': [
    'money',
    'Cost per converted visit',
    'Цена целевого визита',
    'Costs divided by the visits in which this goal was completed.',
    'Расходы, делённые на визиты с достижением цели.',
  ],
  'goal<goal_id>costPerUser': [
    'money',
    'Cost per converted user',
    'Цена целевого посетителя',
    'Costs divided by the visitors who completed this goal.',
    'Расходы, делённые на посетителей, достигших цели.',
  ],
  'goal<goal_id>ROI': [
    'percent',
    'Return on investment',
    'ROI',
    'Revenue of this goal less costs, as a share of costs: 0 covers them.',
    'Доход цели за вычетом расходов, в долях расходов: 0 — окупились.',
  ],
  'goal<goal_id>returnOnAdSpend': [
    'percent',
    'Return on ad spend',
    'Окупаемость рекламы',
    'Revenue of this goal as a share of costs: 100 covers them.',
    'Доход цели в долях расходов: 100 — окупились.',
  ],
  'goal<goal_id>margin': [
    'money',
    'Margin',
    'Маржа',
    'Revenue of this goal less costs, where costs are known.',
    'Доход цели за вычетом расходов, где расходы известны.',
  ],
  favoriteGoalsCostPerReach: [
    'money',
    'Cost per conversion of favourites',
    'Цена конверсии избранных целей',
    'Costs divided by the completions of favourite goals.',
    'Расходы, делённые на достижения избранных целей.',
  ],
  favoriteGoalsCostPerVisit: [
    'money',
    'Cost per visit with favourites',
    'Цена визита с избранными целями',
    'Costs divided by the visits in which a favourite goal was completed.',
    'Расходы, делённые на визиты с достижением избранных целей.',
  ],
  favoriteGoalsCostPerUser: [
    'money',
    'Cost per user with favourites',
    'Цена посетителя с избранными целями',
    'Costs divided by the visitors who completed a favourite goal.',
    'Расходы, делённые на посетителей, достигших избранных целей.',
  ],
  favoriteGoalsROI: [
    'percent',
    'Return on investment of favourites',
    'ROI избранных целей',
    'Revenue of favourite goals less costs, as a share of costs: 0 covers them.',
    'Доход избранных целей за вычетом расходов, в долях расходов: 0 — окупились.',
  ],
  favoriteGoalsReturnOnAdSpend: [
    'percent',
    'Return on ad spend of favourites',
    'Окупаемость рекламы по избранным целям',
    'Revenue of favourite goals as a share of costs: 100 covers them.',
    'Доход избранных целей в долях расходов: 100 — окупились.',
  ],
  favoriteGoalsMargin: [
    'money',
    'Margin of favourites',
    'Маржа избранных целей',
    'Revenue of favourite goals less costs, where costs are known.',
    'Доход избранных целей за вычетом расходов, где расходы известны.',
  ],
  ecommerceCostPerPurchase: [
    'money',
    'Cost per order',
    'Цена заказа',
    'Costs divided by the orders of visits that came with the same marks.',
    'Расходы, делённые на заказы в визитах с теми же метками.',
  ],
  ecommerceROI: [
    'percent',
    'Return on investment of orders',
    'ROI заказов',
    'Revenue of orders less costs, as a share of costs: 0 covers them.',
    'Доход от заказов за вычетом расходов, в долях расходов: 0 — окупились.',
  ],
  ecommerceReturnOnAdSpend: [
    'percent',
    'Return on ad spend of orders',
    'Окупаемость рекламы по заказам',
    'Revenue of orders as a share of costs: 100 covers them.',
    'Доход от заказов в долях расходов: 100 — окупились.',
  ],
  ecommerceMargin: [
    'money',
    'Margin of orders',
    'Маржа заказов',
    'Revenue of orders less costs, where costs are known.',
    'Доход от заказов за вычетом расходов, где расходы известны.',
  ],
} as const satisfies Readonly<Record<string, MetricWords>>;
