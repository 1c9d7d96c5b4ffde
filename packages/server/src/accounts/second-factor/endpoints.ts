/** What the account page says of the second factor. It is changed by the sign-in library's routes [A50]. */
import { z } from 'zod';
import { defineEndpoint, type Endpoint } from '../../kit/endpoint.ts';
import type { People } from '../people.ts';

const SecondFactor = z
  .object({
    on: z.boolean(),
    required: z.boolean().describe('Whether the server requires one of every account.'),
    recovery_codes_left: z.number().int(),
  })
  .meta({ id: 'SecondFactor' });

export function factorEndpoints(
  people: Pick<People, 'hasSecondFactor' | 'recoveryCodes'>,
  required: boolean,
): Endpoint[] {
  return [
    defineEndpoint({
      method: 'GET',
      url: '/api/v1/second-factor',
      summary: 'Whether you have a second factor, and how many recovery codes are left',
      tag: 'accounts',
      auth: 'self',
      beforeSecondFactor: true,
      response: SecondFactor,
      async handle(_input, { caller }) {
        const id = caller?.accountId ?? '';
        return {
          on: await people.hasSecondFactor(id),
          required,
          recovery_codes_left: await people.recoveryCodes(id),
        };
      },
    }),
  ];
}
