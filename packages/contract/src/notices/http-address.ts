/** An address that the server posts to, as its owner gives it. */
import { z } from 'zod';

/** What stands before `@` would be shown wherever the address is. */
const WITH_LOGIN = /^\s*https?:[/\\]*[^/\\?#]*@/i;

/** A host that there may be: no part of its name is empty or longer than names may be; a dot may end it [C109]. */
const HOST = /^(?=.{1,254}$)(?:\[.*\]|(?:[^.]{1,63}\.)*[^.]{1,63}\.?)$/;
const NO_HOST = 'The address names no host that there may be.';

export const HttpAddress = z
  .url({
    protocol: /^https?$/,
    hostname: HOST,
    error: ({ note }) =>
      note === 'Invalid hostname' ? NO_HOST : 'an address that begins with https:// is needed',
  })
  .max(2_048)
  .refine((address) => !WITH_LOGIN.test(address), 'The address may hold no name and password.');
