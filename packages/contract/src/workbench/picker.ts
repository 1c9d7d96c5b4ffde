/** Picking a form, a button or a price on the page: the link, and what was chosen; ours. */
import { z } from 'zod';
import { PricePlaceShape } from '../goals/goals.ts';
import { PICKED_TYPES, PICKER_LANGUAGES } from '../wire/picker.ts';

const PickedType = z.enum(PICKED_TYPES);
const Picked = z.object({
  type: z.enum(['id', 'name', 'text', 'path']),
  url: z.string().trim().min(1).max(1_024),
});

export const PickerInput = z.object({
  type: PickedType,
  lang: z.enum(PICKER_LANGUAGES).default('en').describe('Of the words on the page.'),
});
export type PickerInput = z.infer<typeof PickerInput>;

export const PickerLink = z
  .object({
    token: z.string(),
    url: z.string().describe('A page of the site: its tag loads the picker there.'),
    expires_at: z.number().int().describe('Milliseconds since the epoch.'),
  })
  .meta({ id: 'PickerLink' });
export type PickerLink = z.infer<typeof PickerLink>;

export const PickedGoal = z.object({
  type: PickedType,
  conditions: z.array(Picked),
  price_place: PricePlaceShape.optional().describe('Of `price`: what was pointed at.'),
});
export type PickedGoal = z.infer<typeof PickedGoal>;

export const PickerChoice = z
  .object({
    expires_at: z.number().int(),
    chosen: PickedGoal.nullable().describe('What was chosen last; null: nothing yet.'),
  })
  .meta({ id: 'PickerChoice' });
export type PickerChoice = z.infer<typeof PickerChoice>;

/** What the picker asks of its server: `PickerQuestion`. */
export const AskedByPicker = z.union([
  z.object({ do: z.enum(['count', 'use']), conditions: z.array(Picked).length(1) }),
  z.object({
    do: z.enum(['read', 'use']),
    place: z.object({ type: z.enum(['data', 'selector']), value: z.string().trim().max(1_024) }),
    text: z.string().max(1_024),
  }),
]);
