/** Picking a form or a button on the page of the site: the link, and what was chosen there; ours. */
import { z } from 'zod';
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

export const PickedGoal = z.object({ type: PickedType, conditions: z.array(Picked) });
export type PickedGoal = z.infer<typeof PickedGoal>;

export const PickerChoice = z
  .object({
    expires_at: z.number().int(),
    chosen: PickedGoal.nullable().describe('What was chosen last; null: nothing yet.'),
  })
  .meta({ id: 'PickerChoice' });
export type PickerChoice = z.infer<typeof PickerChoice>;

/** What the picker asks of its server: `PickerQuestion`. */
export const AskedByPicker = z.object({
  do: z.enum(['count', 'use']),
  conditions: z.array(Picked).length(1),
});
