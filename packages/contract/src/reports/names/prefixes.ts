/** How the API's names of visits begin: the field's with `ym:s:`, those that it does not have with `gp:s:`. */
import type { ReportScope } from '../report.ts';
import { OURS_ALONE } from './ours-alone.ts';

const SCOPES = ['pv', 'ep', 'dl', 'up', 'ev'] as const satisfies readonly ReportScope[];

const OURS: ReadonlySet<string> = new Set(OURS_ALONE);

export const prefixOfName = (id: string): 'ym:s:' | 'gp:s:' => (OURS.has(id) ? 'gp:s:' : 'ym:s:');
/** A metric or dimension of visits as the API names it. */
export const fullName = (id: string, scope?: string): string =>
  (scope === undefined ? prefixOfName(id) : `${scope === 'ev' && OURS.has(id) ? 'gp' : 'ym'}:${scope}:`) + id;
/** Without the prefix. */
export const bareName = (name: string): string =>
  name.replace(/^(?:gp:(?:s|ev)|ym:(?:s|pv|ep|dl|up|ev)):/, '');
/** Of a full name; undefined: it is of visits. */
export const scopeOfName = (name: string): ReportScope | undefined =>
  SCOPES.find((scope) => name.startsWith(`ym:${scope}:`) || name.startsWith(`gp:${scope}:`));
