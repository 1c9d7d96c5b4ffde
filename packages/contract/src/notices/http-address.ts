/** An address that the server posts to, as its owner gives it. */
import { z } from 'zod';

/** What stands before `@` would be shown wherever the address is. */
const WITH_LOGIN = /^\s*https?:[/\\]*[^/\\?#]*@/i;

export const HttpAddress = z
  .url({ protocol: /^https?$/, error: 'an address that begins with https:// is needed' })
  .max(2_048)
  .refine((address) => !WITH_LOGIN.test(address), 'The address may hold no name and password.');
