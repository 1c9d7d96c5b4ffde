/** Finds words that a screen says in one language only: written into its elements, not into `i18n`. Pure. */
import { parseSync } from 'vite';

/** Signs, units, marks and codes of currencies are the same in every language. */
const WORD = /\p{L}\p{Ll}{2}/u;
/** An example of an address is one everywhere. */
const ADDRESS = /^\S*[/.:]\S*$/;
const SEEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'description',
  'label',
  'placeholder',
  'title',
]);

/** @param {string} path of a screen @returns {string[]} a sentence for each text that has no translation */
export function untranslated(path, text) {
  const found = [];
  const look = (node) => {
    const said = saidBy(node);
    if (said !== null && WORD.test(said) && !ADDRESS.test(said)) {
      const line = text.slice(0, node.start).split('\n').length;
      found.push(
        `${path}:${line}: "${said}" is said in one language: write it in i18n, English and Russian.`,
      );
    }
    for (const value of Object.values(node)) {
      if (typeof value === 'object' && value !== null) look(value);
    }
  };
  look(parseSync(path, text).program);
  return found;
}

function saidBy(node) {
  if (node.type === 'JSXText') return node.value.trim();
  if (node.type !== 'JSXAttribute' || !SEEN.has(node.name.name)) return null;
  const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
  return value?.type === 'Literal' && typeof value.value === 'string' ? value.value.trim() : null;
}
