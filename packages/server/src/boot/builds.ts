/** The built tag, widget and web app, read at start; null where one has not been built. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeModules, composePicker, composeTag, type TagParts } from '@goalpost/tag/compose';
import { composePart, composeChats } from '@goalpost/tag/vendors';
import type { PickerLanguage } from '@goalpost/contract/picker';
import type { TagBuild, WidgetBuild } from '../http/index.ts';
import { ADMIN_FOLDER, TAG_FOLDER, WIDGET_FOLDER } from './places.ts';

const TAG_FILE = join(TAG_FOLDER, 'tag.js');
const TAG_PARTS_FILE = join(TAG_FOLDER, 'tag-parts.json');
const PICKERS_FILE = join(TAG_FOLDER, 'pickers.json');
const CHATS_FILE = join(TAG_FOLDER, 'chats.json');

export function readTagBuild(version: string): TagBuild | null {
  if (![TAG_FILE, TAG_PARTS_FILE, CHATS_FILE, PICKERS_FILE].every((file) => existsSync(file))) return null;
  const script = readFileSync(TAG_FILE);
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 12);
  const parts = JSON.parse(readFileSync(TAG_PARTS_FILE, 'utf8')) as TagParts;
  const chats = JSON.parse(readFileSync(CHATS_FILE, 'utf8')) as Readonly<
    Record<'chats' | 'hear' | 'own' | 'api' | 'hand', string>
  >;
  const pickers = JSON.parse(readFileSync(PICKERS_FILE, 'utf8')) as Readonly<Record<PickerLanguage, string>>;
  return {
    script,
    name: `v${version}-${hash}`,
    build: parts.build,
    compose: (modules, places) => composeTag(parts, modules, places),
    composeModules: (modules, places) => composeModules(parts, modules, places),
    composeChats: (site) => composeChats(chats.chats, site),
    picker: (start) => composePicker(pickers, start),
    chatPart: (name) => composePart(name, chats, parts.build),
  };
}

export function readWidgetBuild(): WidgetBuild | null {
  if (!existsSync(join(WIDGET_FOLDER, 'widget.js'))) return null;
  const names = readdirSync(WIDGET_FOLDER).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [name, readFileSync(join(WIDGET_FOLDER, name))]));
}

export const adminFolder = (): string | null =>
  existsSync(join(ADMIN_FOLDER, 'index.html')) ? ADMIN_FOLDER : null;
