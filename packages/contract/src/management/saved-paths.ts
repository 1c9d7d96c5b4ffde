/** Saved funnels, retention and journeys: what a screen shows, by a name. Ours alone, at `/api/v1/counters/<id>/paths`. */
import { z } from 'zod';

/** Of one counter. */
export const MAX_PATHS = 500;
export const PATH_KINDS = ['funnel', 'retention', 'journey'] as const;
export type PathKind = (typeof PATH_KINDS)[number];

const MAX_ADDRESS = 16_000;

/** What stands behind `?` in the address of the screen, its days left out: they are chosen when it is opened. */
export const PathAddress = z
  .record(z.string().regex(/^[a-z_]{1,24}$/), z.string().max(12_000))
  .refine(
    (address) => JSON.stringify(address).length <= MAX_ADDRESS,
    `all of it has at most ${MAX_ADDRESS} characters`,
  );
export type PathAddress = z.infer<typeof PathAddress>;

export const SavedPathInput = z
  .object({
    kind: z.enum(PATH_KINDS),
    name: z.string().trim().min(1).max(120),
    shared: z.boolean().default(false).describe('Listed for everybody who may see the counter.'),
    address: PathAddress.describe(
      'Names and values of the address of its screen, such as `{"steps":"[…]","whose":"visit"}`.',
    ),
  })
  .meta({ id: 'SavedPathInput' });
export type SavedPathInput = z.infer<typeof SavedPathInput>;

export const SavedPath = z
  .object({
    id: z.string(),
    kind: z.enum(PATH_KINDS),
    name: z.string(),
    shared: z.boolean(),
    address: z.record(z.string(), z.string()),
    can_edit: z.boolean().describe('It is the caller’s own.'),
  })
  .meta({ id: 'SavedPath' });
export type SavedPath = z.infer<typeof SavedPath>;

export const SavedPathEnvelope = z.object({ path: SavedPath });
export const SavedPathList = z.object({ paths: z.array(SavedPath) });
