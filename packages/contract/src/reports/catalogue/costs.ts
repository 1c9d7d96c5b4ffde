/** What advertising cost, and what it brought. */
import { defineReport } from '../report.ts';

/** Levels as costs know them; a row of costs alone stands here, too. */
export const costsAndReturn = defineReport({
  id: 'sources_expenses_and_roi',
  section: 'sources',
  scope: 'ev',
  title: { en: 'Advertising costs and return', ru: 'Расходы на рекламу и окупаемость' },
  dimensions: [
    '<attribution>UTMSource',
    '<attribution>UTMMedium',
    '<attribution>UTMCampaign',
    '<attribution>UTMContent',
    '<attribution>UTMTerm',
  ],
  metrics: [
    'expenses<currency>',
    'expenseClicks',
    'costPerClick',
    'visits',
    'favoriteGoalsReaches',
    'favoriteGoalsCostPerReach',
    'favoriteGoalsConverted<currency>Revenue',
    'favoriteGoalsMargin',
    'favoriteGoalsROI',
  ],
  sort: '-expenses<currency>',
  chart: 'lines',
});
