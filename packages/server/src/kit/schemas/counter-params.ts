/** Reads the number of a counter from the path of a request. */
import { z } from 'zod';

/** Whether there is such a counter, authorisation says. */
export const CounterParams = z.object({ counterId: z.coerce.number().int() });
