/** The built tag, widget and web app, read at start; null where one has not been built. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TagBuild, WidgetBuild } from '../http/index.ts';
import { ADMIN_FOLDER, TAG_FILE, WIDGET_FOLDER } from './places.ts';

export function readTagBuild(version: string): TagBuild | null {
  if (!existsSync(TAG_FILE)) return null;
  const script = readFileSync(TAG_FILE);
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 12);
  return { script, name: `v${version}-${hash}` };
}

export function readWidgetBuild(): WidgetBuild | null {
  if (!existsSync(join(WIDGET_FOLDER, 'widget.js'))) return null;
  const names = readdirSync(WIDGET_FOLDER).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [name, readFileSync(join(WIDGET_FOLDER, name))]));
}

export const adminFolder = (): string | null =>
  existsSync(join(ADMIN_FOLDER, 'index.html')) ? ADMIN_FOLDER : null;
