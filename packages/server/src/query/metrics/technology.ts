/** Shares of rows by what the browser can do [M48]. */
import { defineMetric, percent, type Metric } from '../metric.ts';
import type { ScopeId } from '../scopes/scope.ts';

/** Events have no such metrics in the field. */
const SCOPES: readonly ScopeId[] = ['visits', 'hits', 'downloads'];

const share = (id: string, condition: string): Metric =>
  defineMetric({
    id,
    scopes: SCOPES,
    ofNothing: null,
    sql: () => percent(`countIf(${condition})`, 'count()'),
  });

export const technologyMetrics: readonly Metric[] = [
  share('cookieEnabledPercentage', `cookies = 'yes'`),
  share('jsEnabledPercentage', `javascript = 'yes'`),
  share('thirdPartyCookieEnabledPercentage', `third_party_cookies = 'yes'`),
  share('mobilePercentage', `device_category IN ('mobile', 'tablet')`),
];
