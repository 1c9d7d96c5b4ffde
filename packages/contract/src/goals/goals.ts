/** Goals as `/management/v1/counter/{id}/goals` shows and takes them. Rules: docs/spec/goals.md. */
import { z } from 'zod';
import { DICTIONARY_NAMES, OPERATORS } from './descriptor.ts';
import { halvesIn } from './half-characters.ts';
import { MAX_CONDITIONS, MAX_GOAL_NAME, MAX_PARAM_LENGTH } from './limits.ts';
import { PRICE_PLACE_TYPES } from './price-place.ts';
import { GOAL_WARNINGS } from './warnings.ts';
import {
  GOAL_DESCRIPTORS,
  OWN_FIELDS,
  PART_TYPES,
  STEP_TYPES,
  type FlagFieldName,
  type OwnFieldName,
} from './types/index.ts';

export * from './descriptor.ts';
export * from './faults.ts';
export { foreignFields } from './foreign-fields.ts';
export * from './limits.ts';
export * from './price-place.ts';
export * from './types/index.ts';
export * from './warnings.ts';

export const Operator = z.enum(OPERATORS);
export type Operator = z.infer<typeof Operator>;

export const Condition = z
  .object({
    type: Operator,
    url: z.string().default(''),
    path: z.string().max(MAX_PARAM_LENGTH).optional(),
  })
  .meta({
    id: 'GoalCondition',
    description:
      '`url` holds the value: an identifier, an address, a number, a name; empty where there is none. `path` is where it stands in the params, levels joined by a point; of goals of the type `params` alone.',
  });
export type Condition = z.infer<typeof Condition>;

/** Goal types that can be made through the API today. Types in answers are an open set. */
export const GoalTypeId = z.enum(GOAL_DESCRIPTORS.map(({ id }) => id));
export type GoalTypeId = z.infer<typeof GoalTypeId>;

export const GoalSource = z.enum(['user', 'auto']);
export type GoalSource = z.infer<typeof GoalSource>;

export const GoalStatus = z.enum(['Active', 'Deleted']);
export type GoalStatus = z.infer<typeof GoalStatus>;

export const Step = z.object({
  name: z.string().max(MAX_GOAL_NAME).default(''),
  type: z.enum(STEP_TYPES),
  conditions: z.array(Condition).max(MAX_CONDITIONS).default([]),
});
export type Step = z.infer<typeof Step>;

const boundsOf = (name: OwnFieldName): string => {
  const all = OWN_FIELDS.flatMap((field) => (field.kind === 'whole' && field.name === name ? [field] : []));
  return `${Math.min(...all.map(({ min }) => min))} to ${Math.max(...all.map(({ max }) => max))}, by the type`;
};

/** What types have beside conditions and steps; whether a goal needs it, and its bounds, are for its type. */
const own = Object.fromEntries(
  OWN_FIELDS.map((field) => [
    field.name,
    z
      .number()
      .int()
      .optional()
      .describe(field.kind === 'flag' ? '0 or 1' : boundsOf(field.name)),
  ]),
) as Record<OwnFieldName, z.ZodOptional<z.ZodNumber>>;

/** One condition of a goal of several: what a goal of its type has. */
export const GoalPart = z
  .object({
    type: z.enum(PART_TYPES),
    conditions: z.array(Condition).max(MAX_CONDITIONS).default([]),
    ...own,
  })
  .meta({ id: 'GoalPart' });
export type GoalPart = z.infer<typeof GoalPart>;

/** How many there may be is for the goal's type to say; this only bounds the reading. */
const parts = z.array(GoalPart).max(MAX_CONDITIONS).optional();
const PARTS = {
  any: parts.describe('Of type `multi`: each is enough. Ours beyond the field, as is `all`.'),
  all: parts.describe('Of type `multi`, in place of `any`: all of them within one visit.'),
};

/** How long it may be is for the check to say; this only bounds the reading. */
export const PricePlaceShape = z
  .object({ type: z.enum(PRICE_PLACE_TYPES), value: z.string().max(MAX_PARAM_LENGTH) })
  .meta({
    id: 'PricePlace',
    description:
      'Ours beyond the field: where the price stands, read at the moment of the event. `param`: a path into the params, levels joined by a point; `data`: a data attribute of the page; `selector`: a CSS selector.',
  });

export const Goal = z
  .object({
    id: z.number().int(),
    name: z.string(),
    type: GoalTypeId,
    default_price: z.number(),
    price_place: PricePlaceShape.optional(),
    is_favorite: z.number().int().describe('0 or 1'),
    is_retargeting: z.number().int().describe('0 or 1'),
    goal_source: GoalSource,
    status: GoalStatus,
    flag: z.enum(['', 'basket', 'order']),
    prev_goal_id: z
      .literal(0)
      .describe('Goals are in no chain here: a goal of several steps holds them itself.'),
    conditions: z.array(Condition),
    steps: z.array(Step).optional(),
    ...PARTS,
    ...own,
  })
  .meta({ id: 'Goal' });
export type Goal = z.infer<typeof Goal>;

const Flag01 = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform((value) => Number(value));

/** Of a type's own: any number in types, so that a goal as it is read can be sent back. */
const OwnFlag = z.union([z.boolean(), z.number().int().min(0).max(1)]).transform((value) => Number(value));

const ownInput = {
  ...own,
  ...(Object.fromEntries(
    OWN_FIELDS.filter(({ kind }) => kind === 'flag').map(({ name }) => [name, OwnFlag.optional()]),
  ) as Record<FlagFieldName, z.ZodOptional<typeof OwnFlag>>),
};

/** What a client sends to make or to replace a goal. */
export const GoalInput = z
  .object({
    name: z.string().trim().min(1).max(MAX_GOAL_NAME),
    type: GoalTypeId,
    default_price: z.number().min(0).max(1e12).default(0),
    price_place: PricePlaceShape.nullish(),
    is_favorite: Flag01.default(0),
    is_retargeting: Flag01.default(0),
    flag: z.enum(['', 'basket', 'order']).default(''),
    conditions: z.array(Condition).max(MAX_CONDITIONS).default([]),
    /** How many there may be is for the goal's type to say; this only bounds the reading. */
    steps: z.array(Step).max(MAX_CONDITIONS).optional(),
    ...PARTS,
    ...ownInput,
  })
  .superRefine((goal, { addIssue }) => {
    for (const path of halvesIn(goal))
      addIssue({ code: 'custom', path, message: 'it has half of a character' });
  })
  .meta({ id: 'GoalInput' });
export type GoalInput = z.infer<typeof GoalInput>;

/** Ours beyond the field: what of the goal will probably never match; it is made nevertheless [G27]. */
export const GoalWarningItem = z
  .object({ code: z.enum(GOAL_WARNINGS), message: z.string(), location: z.string() })
  .meta({ id: 'GoalWarning' });
export const GoalEnvelope = z.object({ goal: Goal, warnings: z.array(GoalWarningItem) });
export const GoalInputEnvelope = z.object({ goal: GoalInput });
export const GoalList = z.object({ goals: z.array(Goal) });
/** Of `/management/v1/messengers` and `/management/v1/social_networks`: one list under its own name. */
const DictionaryRows = z.array(z.object({ id: z.string(), name: z.string() }));
export const Dictionary = z.partialRecord(z.enum(DICTIONARY_NAMES), DictionaryRows);
export const Success = z.object({ success: z.literal(true) });
