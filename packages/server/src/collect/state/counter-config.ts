/** What collection needs to know of a counter: its settings and its goals, with a revision. */
import type { ConsentSettings } from '@goalpost/contract/consent';
import type { TagModule } from '@goalpost/contract/tag-modules';
import type { NamedEvent } from '@goalpost/contract/vendors/settings';
import type { MaskingSettings } from '../../kit/masking/index.ts';
import type { GoalDefinition } from '../../goals/index.ts';

/** What the owner has chosen of other vendors' chats. */
export interface OtherChatChoices {
  /** Ids of vendors whose events are not counted [W62]. */
  readonly off: readonly string[];
  /** Events that are named without code [W60]. */
  readonly events: readonly NamedEvent[];
  /** Ids of vendors whose webhooks are taken [C104]. */
  readonly doors?: readonly string[];
  /** Of these, to which the tag tells the visitor's number [W65]. */
  readonly hands?: readonly string[];
}

export const NO_CHOICES: OtherChatChoices = Object.freeze({ off: [], events: [] });

/** How the site's own people are told from visitors. */
export interface OwnVisits {
  /** Addresses and ranges. */
  readonly addresses: readonly string[];
  /** Browsers that a link has marked, the latest last; `at` in milliseconds since the epoch. */
  readonly browsers: readonly { readonly mark: string; readonly at: number }[];
}

export const NO_OWN_VISITS: OwnVisits = Object.freeze({ addresses: [], browsers: [] });

export interface CounterConfig {
  readonly counterId: number;
  readonly status: 'Active' | 'Deleted';
  /** Grows with every change of the counter or its goals. */
  readonly revision: number;
  /** Lower-case host names of `site2` and `mirrors2`, without `www.`. */
  readonly hosts: readonly string[];
  /** Only hits from `hosts` (and their subdomains) are taken. */
  readonly onlyHosts: boolean;
  /** Seconds of silence that end a visit [V2]. */
  readonly visitTimeout: number;
  readonly autogoals: boolean;
  readonly filterRobots: boolean;
  readonly currency: string;
  /** What the counter's tag is made of, and the genuine tag is told [W8]; absent in what was journaled earlier. */
  readonly tagModules?: readonly TagModule[];
  /** What is taken out of hits before they are stored; absent: as it comes [P9]. */
  readonly masking?: MaskingSettings;
  /** Absent in what was journaled earlier: nothing is chosen. */
  readonly otherChats?: OtherChatChoices;
  /** What a visitor must agree to; absent: nothing [P20]. */
  readonly consent?: ConsentSettings;
  /** Whose visits are left out; absent: no visits [P27]. */
  readonly ownVisits?: OwnVisits;
  /** All goals, deleted ones too: a deleted automatic goal is not made again [G12]. */
  readonly goals: readonly GoalDefinition[];
}
