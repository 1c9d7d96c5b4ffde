/** What each part of the chat's form is given. */
import type { ChatSettings } from '@goalpost/contract/chat';
import type { Counter } from '@goalpost/contract/management';

export interface SettingsPart {
  readonly draft: ChatSettings;
  readonly onChange: (changes: Partial<ChatSettings>) => void;
}

export interface SavedPart extends SettingsPart {
  readonly counter: Counter;
  /** Where the team's mail goes, as it is saved. */
  readonly savedTeam: ChatSettings['mail']['team'];
}
