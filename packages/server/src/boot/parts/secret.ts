/** The server's own secret, made at the first start. */
import { join } from 'node:path';
import { readOrMakeSecret } from '../../accounts/index.ts';
import type { Part } from '../part.ts';

export const secret: Part<string> = {
  name: 'secret',
  open: ({ config }) => readOrMakeSecret(join(config.dataDir, 'secret')),
};
