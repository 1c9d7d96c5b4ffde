/** Classes of styles that no source names: what is left over when a component goes. Pure. */

const COMMENT = /\/\*.*?\*\//gs;
const SELECTOR = /([^{};]+)\{/g;
const CLASS = /\.(-?[A-Za-z_][\w-]*)/g;
const WORD = /[A-Za-z_-][\w-]*/g;
/** A name that goes on with what is worked out: `gp-state-${state}`. */
const BEGINNING = /([A-Za-z_][\w-]*-)\$\{/g;

/** The component library gives its own to its elements. */
const LIBRARY = 'mantine-';

/**
 * @param {{path: string, text: string}[]} styles
 * @param {string[]} sources texts of the files that give elements their classes
 * @returns {string[]} a sentence for each class that no source names
 */
export function unusedClasses(styles, sources) {
  const words = new Set(sources.flatMap((text) => text.match(WORD) ?? []));
  const beginnings = new Set(sources.flatMap((text) => [...text.matchAll(BEGINNING)].map(([, one]) => one)));
  const isNamed = (name) =>
    name.startsWith(LIBRARY) || words.has(name) || [...beginnings].some((one) => name.startsWith(one));
  return styles.flatMap(({ path, text }) =>
    classesOf(text)
      .filter((name) => !isNamed(name))
      .map((name) => `${path}: no element has the class ${name}.`),
  );
}

function classesOf(text) {
  const rules = text.replace(COMMENT, '');
  const selectors = [...rules.matchAll(SELECTOR)].map(([, selector]) => selector).join(' ');
  return [...new Set([...selectors.matchAll(CLASS)].map(([, name]) => name))];
}
