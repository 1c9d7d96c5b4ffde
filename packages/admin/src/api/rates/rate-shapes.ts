/** What the API answers about rates; loaded with the first answer. */
import { RateTable } from '@goalpost/contract/reports/rates';
import { z } from 'zod';

export const RateEnvelope = z.object({ table: RateTable });
