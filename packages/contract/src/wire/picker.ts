/** What the server and the picker on a page of a site say to each other. */

/** What the picker proposes: goals of these types, or the place of a price. */
export const PICKED_TYPES = ['form', 'button', 'price'] as const;
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

/** To count what a goal would have counted, to read a price, or to keep what was chosen. */
export type PickerQuestion =
  | {
      readonly do: 'count' | 'use';
      readonly conditions: readonly {
        readonly type: 'id' | 'name' | 'text' | 'path';
        readonly url: string;
      }[];
    }
  | {
      readonly do: 'read' | 'use';
      readonly place: { readonly type: 'data' | 'selector'; readonly value: string };
      /** What stands there. */
      readonly text: string;
    };

export type PickerAnswer =
  | { readonly count: number; readonly days: number; readonly sampled: boolean }
  | { readonly used: true }
  /** Empty: it is not understood. */
  | { readonly read: string }
  /** In English: of a value that cannot stand in a goal, or a server that is busy. */
  | { readonly error: string };
