/** Models that share goals out over several visits [M68], and what of a report they can answer. Pure. */
import type { SharingModel } from '@goalpost/contract/reports/attribution';
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import type { Attribution, Credit } from '../../api/stat.ts';
import { CONVERSIONS } from '../metrics.ts';
import type { Column } from '../parts/table-shape.ts';
import { SHARING } from './sharing-models.ts';

export const isSharing = (credit: Credit): credit is SharingModel =>
  SHARING.some((model) => model === credit);

/** What other reports go by while one shares goals out. */
export const plainCredit = (credit: Credit): Attribution => (isSharing(credit) ? 'lastsign' : credit);

/** Only sources of visits are credited. */
export const mayShare = ({ dimensions }: Pick<Entry, 'dimensions'>): boolean =>
  dimensions[0]?.startsWith('<attribution>') === true;

const SHARED = /^ym:s:(?:sumGoalReachesAny|goal\d+(?:reaches|revenue))$/;

/** Completions and revenue alone can be shared out. */
export function sharedColumns(columns: readonly Column[]): readonly Column[] {
  const shared = columns.filter(({ metric }) => SHARED.test(metric));
  return shared.length === 0 ? [CONVERSIONS] : shared;
}
