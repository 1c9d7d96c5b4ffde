/** What a reach is worth, and what stood where its goal says that the price stands [G88]; ours. */
import { z } from 'zod';

export const ReachPrice = z.object({
  price: z.number(),
  currency: z.string(),
  placed: z
    .object({
      text: z.string().describe('As it stands there; empty: more than one price, or no text.'),
      understood: z.boolean().describe('What is not understood counts 0.'),
    })
    .nullable()
    .optional()
    .describe('Null: nothing stood there; absent: the goal names no place, or an order gave the price.'),
});
export type ReachPrice = z.infer<typeof ReachPrice>;
