/** The built tag, read once at start. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { TagBuild } from '../http/index.ts';

/** @returns null where it has not been built */
export function readTagBuild(path: string, version: string): TagBuild | null {
  if (!existsSync(path)) return null;
  const script = readFileSync(path);
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 12);
  return { script, name: `v${version}-${hash}` };
}
