/** Edits of visible lists, as functions from a file's text to its new text, or to `{ refused }`. */

/** After the last import. Refused where the file has a thing of this name. */
export function addImport(identifier, from) {
  return (text, path) => {
    if (new RegExp(String.raw`\b${identifier}\b`).test(withoutComments(text)))
      return { refused: `${path} has something called "${identifier}" already: choose another name.` };
    const imports = [...text.matchAll(/^import [^;]*;\n/gm)];
    const last = imports.at(-1);
    if (last === undefined) return { refused: `${path} has no imports to add one to.` };
    const end = last.index + last[0].length;
    return `${text.slice(0, end)}import { ${identifier} } from '${from}';\n${text.slice(end)}`;
  };
}

/**
 * At the end of the list, or before one of its items. Refused where the list is not found.
 * @param {string} opening how the list begins, up to its bracket
 * @param {{before?: string, key?: string}} where `key`: of an object, refused where the list has it
 */
export function addToList(opening, item, { before, key } = {}) {
  return (text, path) => {
    const start = text.indexOf(opening);
    const missing = { refused: `${path} has no list that begins "${opening.trim().split('\n').pop()}".` };
    if (start === -1) return missing;
    const inside = start + opening.length;
    const end = closingOf(text, inside - 1);
    if (end === -1) return missing;
    const list = text.slice(inside, end);
    if (key !== undefined && new RegExp(String.raw`^\s*'?${key}'?\s*[:,(]`, 'm').test(list))
      return { refused: `${path} has "${key}" already: choose another name.` };
    if (before !== undefined) {
      const place = list.search(new RegExp(String.raw`\b${before}\b,?\s*$`));
      if (place === -1) return { refused: `the list in ${path} does not end with "${before}".` };
      return `${text.slice(0, inside + place)}${item}, ${text.slice(inside + place)}`;
    }
    const comma = /,\s*$/.test(list) || list.trim() === '' ? '' : ',';
    return `${text.slice(0, inside)}${list.trimEnd()}${comma} ${item},\n${text.slice(end)}`;
  };
}

/** A row at the end of the first table under a heading of a document. */
export function addRow(heading, row) {
  return (text, path) => {
    const start = text.indexOf(`${heading}\n`);
    const table = start === -1 ? null : /(?:^\|.*\|\n)+/m.exec(text.slice(start));
    if (table === null) return { refused: `${path} has no table under "${heading}".` };
    const end = start + table.index + table[0].length;
    return `${text.slice(0, end)}${row}\n${text.slice(end)}`;
  };
}

/** In the part under the heading: many automatic goals have the name of a type. */
export function hasRow(spec, heading, id) {
  const [, part = ''] = `\n${spec}`.split(`\n${heading}\n`);
  return part.split('\n## ')[0].includes(`| \`${id}\` |`);
}

/** A stop of a road, before another one; those behind it get the next numbers. */
export function addStop(road, stop, before) {
  return (text, path) => {
    const start = text.indexOf(`## ${road}\n`);
    const end = start === -1 ? -1 : text.indexOf('\n## ', start);
    const part = start === -1 ? '' : text.slice(start, end === -1 ? undefined : end);
    const lines = part.split('\n');
    const place = lines.findIndex((line) => line.includes(`. \`${before}\``));
    if (place === -1) return { refused: `${path} has no road "${road}" by ${before}.` };
    lines.splice(place, 0, `0. ${stop}`);
    let number = 0;
    const numbered = lines.map((line) => line.replace(/^\d+(?=\. )/, () => `${++number}`)).join('\n');
    return text.slice(0, start) + numbered + text.slice(start + part.length);
  };
}

/** In the picture of a document, before another word of the same line. */
export function addToPicture(line, word, before) {
  return (text, path) => {
    const found = new RegExp(String.raw`^ *${line} .*→ ${before}$`, 'm').exec(text);
    if (found === null)
      return { refused: `${path} has no picture whose line "${line}" ends with "${before}".` };
    const end = found.index + found[0].length - before.length;
    return `${text.slice(0, end)}${word} → ${text.slice(end)}`;
  };
}

/** @returns the file of a folder that holds a text; undefined if none does */
export function holding({ list, read }, folder, text) {
  const file = list(folder).find((name) => name.endsWith('.ts') && read(`${folder}/${name}`).includes(text));
  return file && `${folder}/${file}`;
}

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

/** Where the bracket at this place closes. Brackets in strings must be in pairs, as they are in lists. */
function closingOf(text, place) {
  const pairs = { '[': ']', '{': '}', '(': ')' };
  const open = [];
  for (let at = place; at < text.length; at++) {
    const sign = text[at];
    if (sign in pairs) open.push(pairs[sign]);
    else if (sign === open.at(-1)) {
      open.pop();
      if (open.length === 0) return at;
    }
  }
  return -1;
}
