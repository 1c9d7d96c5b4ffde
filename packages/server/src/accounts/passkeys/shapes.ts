/** What a browser answers with, as far as it is looked at; the rest is the library's to verify. */
import { z } from 'zod';

const Text = z.string().max(20_000);
const Id = z.string().regex(/^[\w-]{1,1024}$/);

const Credential = {
  id: Id,
  rawId: Id,
  type: z.literal('public-key'),
  authenticatorAttachment: z
    .string()
    .max(40)
    .nullish()
    .transform((value) => value ?? undefined),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

export const RegistrationResponse = z
  .object({
    ...Credential,
    response: z.object({
      clientDataJSON: Text,
      attestationObject: Text,
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  })
  .meta({ id: 'PasskeyRegistration' });

export const AuthenticationResponse = z.object({
  ...Credential,
  response: z.object({
    clientDataJSON: Text,
    authenticatorData: Text,
    signature: Text,
    userHandle: Text.nullish().transform((value) => value ?? undefined),
  }),
});
