/** A counter as the rest of the server knows it. */
import type { ConsentSettings } from '@goalpost/contract/consent';
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { TagSwitch } from '@goalpost/contract/tag-modules';
import type { OtherChatChoices, OwnVisits } from '../collect/index.ts';
import type { MaskingSettings } from '../kit/masking/index.ts';

export interface CounterRecord {
  readonly id: number;
  readonly name: string;
  readonly ownerId: string;
  readonly site: string;
  readonly mirrors: readonly string[];
  readonly onlyMirrors: boolean;
  readonly timeZone: string;
  readonly currency: string;
  /** Seconds. */
  readonly visitThreshold: number;
  readonly autogoals: boolean;
  readonly filterRobots: boolean;
  readonly favorite: boolean;
  /** What the owner has chosen of the tag's modules; the others are as the contract's list says. */
  readonly tagModules: Readonly<Partial<Record<TagSwitch, boolean>>>;
  /** What is taken out of hits before they are stored. */
  readonly masking: MaskingSettings;
  /** What is chosen of other vendors' chats. */
  readonly otherChats: OtherChatChoices;
  /** What a visitor must agree to. */
  readonly consent: ConsentSettings;
  /** Whose visits are left out. */
  readonly ownVisits: OwnVisits;
  /** By which revenue is converted [M73]. */
  readonly rates: RateTable;
  /** Uploads told of what happened to its visitors outside of the site [G130]. */
  readonly hasUploads: boolean;
  /** False: it never kept sums of days, and reports look for none. Absent: it may have [M153]. */
  readonly mayHaveSums?: boolean;
  readonly status: 'Active' | 'Deleted';
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly revision: number;
}

export type CounterSettings = Pick<
  CounterRecord,
  | 'name'
  | 'site'
  | 'mirrors'
  | 'onlyMirrors'
  | 'timeZone'
  | 'currency'
  | 'visitThreshold'
  | 'autogoals'
  | 'filterRobots'
  | 'favorite'
  | 'tagModules'
  | 'masking'
  | 'otherChats'
  | 'consent'
  | 'ownVisits'
  | 'rates'
>;
