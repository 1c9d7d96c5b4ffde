/** Which days a new link offers first: those that are seen, where they are over. */
import type { Report } from '../use-report.ts';

/** Who shares last month means last month. A period that goes on is chosen by the reader, and begins with 30 days. */
export const firstDays = ({ days, today }: Pick<Report, 'days' | 'today'>): 'fixed' | 'free' =>
  days.to < today ? 'fixed' : 'free';
