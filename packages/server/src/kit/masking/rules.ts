/** What pieces of addresses and parameters are masked by. */
import type { NameRole } from './names.ts';
import type { Found, Replace, Wanted } from './shapes.ts';

export interface MaskRules {
  role(name: string): NameRole | 'keep';
  shapes(text: string, found: Found, wanted?: Wanted, replace?: Replace): string;
}
