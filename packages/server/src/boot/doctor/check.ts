/** What `goalpost doctor` looks at: each check says what is wrong, and how to mend it. */
import type { Olap } from '../../kit/olap.ts';
import type { Records } from '../../stores/records/index.ts';
import type { Config } from '../config/config.ts';

export interface Finding {
  /** `bad`: something does not work; `note`: it works, and could be better. */
  readonly how: 'well' | 'note' | 'bad';
  /** One sentence, and, where it is not well, what to do. */
  readonly says: string;
}

export interface DoctorContext {
  readonly config: Config;
  readonly now: number;
  /** Null: they could not be opened; the check of stores says why. */
  readonly stores: { readonly records: Records; readonly olap: Olap } | null;
  /** Why they could not. */
  readonly whyNoStores: string;
}

export interface Check {
  readonly name: string;
  look(context: DoctorContext): Promise<readonly Finding[]>;
}

export const well = (says: string): Finding => ({ how: 'well', says });
export const note = (says: string): Finding => ({ how: 'note', says });
export const bad = (says: string): Finding => ({ how: 'bad', says });
