/** What each part of the chat's form is given. */
import type { ChatSettings } from '@goalpost/contract/chat';

export interface SettingsPart {
  readonly draft: ChatSettings;
  readonly onChange: (changes: Partial<ChatSettings>) => void;
}
