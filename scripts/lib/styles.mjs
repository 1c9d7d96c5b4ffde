/** Classes of styles that no source names, and those that two parts of an app name alike. Pure. */

const COMMENT = /\/\*.*?\*\//gs;
const SELECTOR = /([^{};]+)\{/g;
const CLASS = /\.(-?[A-Za-z_][\w-]*)/g;
const ALONE = /^\.-?[A-Za-z_][\w-]*$/;
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

/**
 * Styles stay once they are loaded: what two folders call by one name takes on the looks of both.
 *
 * @param {{path: string, text: string}[]} styles
 * @returns {string[]} a sentence for each class that styles of another folder of the same app give looks, too
 */
export function classesOfTwoFolders(styles) {
  const owners = new Map();
  return styles.flatMap(({ path, text }) => {
    const folder = path.split('/').slice(0, -1).join('/');
    const app = path.split('/').slice(0, 2).join('/');
    return aloneIn(text).flatMap((name) => {
      const owner = owners.get(`${app} ${name}`) ?? folder;
      owners.set(`${app} ${name}`, owner);
      return owner === folder ? [] : [`${path}: styles in ${owner} have the class ${name}, too.`];
    });
  });
}

/** Classes that have a rule of their own, not only beside or within another. */
function aloneIn(text) {
  const each = selectorsOf(text).flatMap((selector) => selector.split(',').map((one) => one.trim()));
  return [...new Set(each.filter((one) => ALONE.test(one)).map((one) => one.slice(1)))];
}

function classesOf(text) {
  return [...new Set([...selectorsOf(text).join(' ').matchAll(CLASS)].map(([, name]) => name))];
}

const selectorsOf = (text) =>
  [...text.replace(COMMENT, '').matchAll(SELECTOR)].map(([, selector]) => selector);
