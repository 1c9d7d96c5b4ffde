/** Where the server finds what is not its own code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = join(import.meta.dirname, '..', '..', '..');

export const TAG_FOLDER = join(PACKAGES, 'tag', 'dist');
export const WIDGET_FOLDER = join(PACKAGES, 'widget', 'dist');
export const ADMIN_FOLDER = join(PACKAGES, 'admin', 'dist');

export function readVersion(): string {
  const text = readFileSync(join(PACKAGES, 'server', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
