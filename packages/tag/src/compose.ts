/** Puts the tag's script together: the core, and the modules that counters need. Built once, cut at marks. */
import type { PickerLanguage } from '@goalpost/contract/picker';
import {
  CONSENT_MODULE_NAMES,
  TAG_MODULE_NAMES,
  TAG_MODULES,
  type TagModule,
} from '@goalpost/contract/tag-modules';

/** Modules by name, and the pieces of the core around the places where modules stand. */
export interface TagParts {
  /** Tells builds apart: modules of one run with the core of the same alone. */
  readonly build: string;
  /** The script in order: texts of the core, and names of modules. */
  readonly pieces: readonly (string | { readonly module: TagModule })[];
  /** The names of the core that modules may use, in the order in which a tag hands them on. */
  readonly kit: string;
  /** What stands behind a module's name in a list of them: `:e=>…` or `(e){…}`. */
  readonly modules: Readonly<Record<TagModule, string>>;
  /** By what a composed script calls them: one letter each that no part of the core has. */
  readonly keys: Readonly<Record<TagModule, string>>;
}

/** What the script without a number carries: what pages call by name, and what must see the first hit. */
export const STATIC_MODULES: readonly TagModule[] = ['tools', 'links', 'commerce', 'hashes'];

/**
 * What a script starts also for counters that its address does not name: what pages call by name at once, and what
 * holds hits back. Of all others, such a counter has those of its own settings alone [W35].
 */
export const STARTS_FOR_ALL: readonly TagModule[] = ['tools', 'links', 'hashes', ...CONSENT_MODULE_NAMES];

/** With what the modules need of each other, in the order of the list. */
export function withNeeds(modules: Iterable<TagModule>): TagModule[] {
  const wanted = new Set<TagModule>(modules);
  // Sees what is added on the way: a need may have one itself.
  for (const name of wanted) {
    const { needs } = TAG_MODULES[name];
    if (needs !== null) wanted.add(needs);
  }
  return TAG_MODULE_NAMES.filter((name) => wanted.has(name));
}

/** @param places of prices on the page, for the module that reads them */
const entry = ({ keys, modules }: TagParts, name: TagModule, places: readonly string[]): string =>
  `${keys[name]}${modules[name].replace('GOALPOST_PLACES', () => JSON.stringify(places))}`;

/** Has browsers compile all functions at once: one after the other, when first called, takes the page a third longer. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/** Where the tag asks whether a module is of another counter. */
const FOREIGN = /\|\|GOALPOST_FOREIGN\(([\w$]+),([\w$]+)\)/;

/**
 * A script that pages load as it is.
 * @param isNamed its address names the counters that the modules are for
 */
export function composeTag(
  parts: TagParts,
  modules: Iterable<TagModule>,
  places: readonly string[] = [],
  isNamed = true,
): string {
  const wanted = new Set(withNeeds(modules));
  // A counter that the address does not name has modules of its own settings alone [W35].
  const guards = isNamed && wanted.size > 0;
  const script = parts.pieces.map((piece) =>
    typeof piece === 'string'
      ? piece.replace(FOREIGN, guards ? '||$1>$2' : '')
      : wanted.has(piece.module)
        ? `${entry(parts, piece.module, places)},`
        : '',
  );
  return HINT + script.join('');
}

/** A JavaScript module that a tag of the same build imports for a counter that its address does not name. */
export function composeModules(
  parts: TagParts,
  modules: Iterable<TagModule>,
  places: readonly string[] = [],
): string {
  const wanted = withNeeds(modules);
  // The page may have the counter wait until it is known that nothing need be asked.
  const all = wanted.includes('consent') ? wanted : withNeeds([...wanted, 'consent_free']);
  return `export default(${parts.kit})=>({${all.map((name) => entry(parts, name, places)).join()}})`;
}

/** The picker's script for a page, in the language of its link and with what the link says. */
export const composePicker = (
  scripts: Readonly<Record<PickerLanguage, string>>,
  start: { readonly lang: PickerLanguage },
): string => scripts[start.lang].replace('GOALPOST_PICK', () => JSON.stringify(start));
