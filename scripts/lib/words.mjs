/** Plain words in comments: short first sentences, and no stilted words. Pure: texts in, sentences out. */

/** Most words of the sentence that opens a file. */
const LONGEST = 20;
/** Says of itself by its name what it holds: a test by its titles, a file of a tool by the tool. */
const SPEAKS_FOR_ITSELF = /\.(?:test|config)\.[cm]?[jt]sx?$/;
/** Words of no technical text, with what to write instead. */
export const STILTED = {
  anew: 'again',
  meanwhile: 'until then, or the event that is waited for',
  besides: 'also, or nothing',
  whoever: 'the one who: visitor, operator, caller',
  somebody: 'who it is: a visitor, an operator, a caller',
  nobody: 'no visitor, no operator, no caller',
  anybody: 'who it is: any visitor, any caller',
  everybody: 'all visitors, all operators',
  thereof: 'of it',
  therein: 'in it',
  whereupon: 'then',
  hitherto: 'so far',
  lest: 'so that … not',
  heed: 'follow',
  hearken: 'listen',
};
const FOUND = new RegExp(String.raw`\b(?:${Object.keys(STILTED).join('|')})\b`, 'i');

/** Comments of a source file, each with its line. Strings that look like comments are rare and harmless. */
export function commentsOf(text) {
  const found = text.matchAll(/(?<=^|[ \t;,{(])(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*)/gm);
  return [...found].map((one) => ({
    line: text.slice(0, one.index).split('\n').length,
    words: one[0].replace(/^\s*(?:\/\*\*?|\*\/|\*|\/\/)|\*\/$/gm, ' '),
  }));
}

export const withoutComments = (text) =>
  text.replace(/(?<=^|[ \t;,{(])(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*)/gm, '');

const OPENING = /^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//;

/** @returns {string[]} a sentence for a file that does not say what it is */
export function unopened(path, text) {
  if (SPEAKS_FOR_ITSELF.test(path) || OPENING.test(text)) return [];
  return [`${path} does not begin with a sentence that says what it is, as in "/** … */".`];
}

/** @returns {string[]} a sentence for each fault of a source file's comments */
export function wordBreaches(path, text) {
  const opening = OPENING.exec(text);
  const first = opening === null ? '' : firstSentence(opening[1]);
  const count = first.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return [
    ...(count > LONGEST ? [`${path}: its first sentence has ${count} words; at most ${LONGEST}.`] : []),
    ...commentsOf(text).flatMap(({ line, words }) =>
      words.split('\n').flatMap((part, place) => {
        const [word] = FOUND.exec(part) ?? [];
        if (word === undefined) return [];
        return [`${path}:${line + place}: "${word}" in a comment; write ${STILTED[word.toLowerCase()]}.`];
      }),
    ),
  ];
}

/** Up to the first full stop that ends a sentence. */
function firstSentence(comment) {
  const plain = comment
    .replace(/^\s*\*/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /^.*?[.!?](?=\s|$)(?<!\b(?:e\.g|i\.e|etc)\.)/.exec(plain)?.[0] ?? plain;
}
