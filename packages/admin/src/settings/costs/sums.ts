/** What an upload of costs told, in each currency. */
import type { CostUploading } from '@goalpost/contract/management';
import type { Sum } from '../../ui/format.ts';

export const sumsOf = ({ expenses }: Pick<CostUploading, 'expenses'>): Sum[] =>
  expenses.map(({ currency, amount }) => ({ currency, revenue: amount }));
