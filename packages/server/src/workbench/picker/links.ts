/** Links that open the picker on a page of the site: signed, and good for an hour [G76]. */
import {
  PICKED_TYPES,
  PICKER_LANGUAGES,
  type PickedType,
  type PickerLanguage,
  type PickerRefusal,
} from '@goalpost/contract/picker';
import { createTestTokens } from '../try-out/tokens.ts';

/** What a link is for. */
export interface PickerTask {
  readonly type: PickedType;
  readonly lang: PickerLanguage;
}

export interface OpenLink extends PickerTask {
  readonly expiresAt: number;
}

export interface PickerLinks {
  issue(
    counterId: number,
    task: PickerTask,
    now: number,
  ): { readonly token: string; readonly expiresAt: number };
  read(token: string, counterId: number, now: number): OpenLink | PickerRefusal;
}

const TOKEN = new RegExp(
  `^(\\d{1,10})-(${PICKED_TYPES.join('|')})-(${PICKER_LANGUAGES.join('|')})\\.(.{1,120})$`,
);

export function createPickerLinks(key: string): PickerLinks {
  const tokensOf = ({ type, lang }: PickerTask) => createTestTokens(key, `picker-${type}-${lang}`);
  return {
    issue(counterId, task, now) {
      const { token, expiresAt } = tokensOf(task).issue(counterId, now);
      return { token: `${counterId}-${task.type}-${task.lang}.${token}`, expiresAt };
    },
    read(token, counterId, now) {
      const [, id, type, lang, rest = ''] = TOKEN.exec(token) ?? [];
      if (id === undefined) return 'forged';
      // The expression lets nothing else through.
      const task = { type, lang } as PickerTask;
      const expiresAt = tokensOf(task).expiryOf(rest, Number(id));
      if (expiresAt === null) return 'forged';
      if (expiresAt <= now) return 'old';
      return Number(id) === counterId ? { ...task, expiresAt } : 'other_counter';
    },
  };
}
