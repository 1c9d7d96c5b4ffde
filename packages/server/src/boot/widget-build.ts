/** The built widget, read once at start. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WidgetBuild } from '../http/index.ts';

/** @returns null where it has not been built */
export function readWidgetBuild(folder: string): WidgetBuild | null {
  if (!existsSync(join(folder, 'widget.js'))) return null;
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}
