/** What the server and the picker on a page of a site say to each other. */

/** Types of goals that the picker proposes. */
export const PICKED_TYPES = ['form', 'button'] as const;
export type PickedType = (typeof PICKED_TYPES)[number];

export const PICKER_LANGUAGES = ['en', 'ru'] as const;
export type PickerLanguage = (typeof PICKER_LANGUAGES)[number];

/** Why a link opens no picker. */
export const PICKER_REFUSALS = ['forged', 'old', 'other_counter'] as const;
export type PickerRefusal = (typeof PICKER_REFUSALS)[number];

/** What the picker's script is told when it starts. */
export interface PickerStart {
  readonly type: PickedType;
  readonly lang: PickerLanguage;
  readonly refused: PickerRefusal | null;
}

/** To count what a goal would have counted, or to keep what was chosen. */
export interface PickerQuestion {
  readonly do: 'count' | 'use';
  readonly conditions: readonly { readonly type: 'id' | 'name' | 'text' | 'path'; readonly url: string }[];
}

export type PickerAnswer =
  | { readonly count: number; readonly days: number; readonly sampled: boolean }
  | { readonly used: true }
  /** In English: of a value that cannot stand in a goal, or a server that is busy. */
  | { readonly error: string };
