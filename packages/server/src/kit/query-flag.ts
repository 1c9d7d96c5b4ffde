/** A truth value in a query, as clients of the field's API write it. */
import { z } from 'zod';

export const QueryFlag = z
  .enum(['true', 'false', '1', '0'])
  .transform((text) => text === 'true' || text === '1');
