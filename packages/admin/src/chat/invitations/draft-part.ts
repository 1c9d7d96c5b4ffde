/** What each part of the rule's form is given. */
import type { InvitationRuleInput } from '@goalpost/contract/chat';

export interface DraftPart {
  readonly draft: InvitationRuleInput;
  /** By field, e.g. `texts.0`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<InvitationRuleInput>) => void;
}
