/** Finds the sentences by which the server can refuse, in the sources that make them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { createReader, propertyOf } from './refusal-words.mjs';

const FOLDERS = ['packages/server/src', 'packages/contract/src'];
const TEST = /(\.test|\.contract)\.ts$|\/test-[^/]*\.ts$|server\/src\/(boot|commands|backup)\//;
/** Methods of the validator that may be told what to say. */
const CHECKS = new Set(['regex', 'refine', 'min', 'max', 'length', 'enum', 'literal', 'url', 'email', 'int']);
/** Faults whose first argument becomes the words of a refusal at the edge. */
const FAULTS = new Set(['FilterFault', 'RecordsUnavailable', 'JournalUnavailable', 'BrokenBody']);
/** Which argument of a function is a refusal's words. */
const SAYERS = { problem: 1, errorBody: 2, overLimit: 0 };

/** What makes a refusal of words that others give. */
const OWN = 'packages/server/src/kit/problem.ts';

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !TEST.test(file));

/** @returns every module as `{ file, program }` */
export const readModules = (root, folders = FOLDERS) =>
  folders.flatMap((folder) =>
    filesOf(join(root, folder)).map((file) => ({
      file: relative(root, file),
      program: parseSync(file, readFileSync(file, 'utf8')).program,
    })),
  );

/** @returns the expressions in a node that say why something is refused */
function saidBy(node) {
  if (node.type === 'NewExpression' && FAULTS.has(node.callee.name)) return [node.arguments[0]];
  if (node.type === 'ObjectExpression' && propertyOf(node, 'error_type'))
    return [propertyOf(node, 'message')];
  // The house's way to hand on why something cannot be read.
  if (propertyOf(node, 'ok')?.value === false)
    return [propertyOf(node, 'message') ?? propertyOf(node, 'why')];
  return node.type === 'CallExpression' ? saidByCall(node) : [];
}

function saidByCall(node) {
  const name = node.callee.name ?? node.callee.property?.name;
  if (Object.hasOwn(SAYERS, name)) return [node.arguments[SAYERS[name]]];
  if (name === 'addIssue') return [propertyOf(node.arguments[0], 'message')];
  if (!CHECKS.has(name) || node.callee.type !== 'MemberExpression') return [];
  const last = node.arguments.at(-1);
  return [propertyOf(last, 'error') ?? propertyOf(last, 'message') ?? (isText(last) ? last : undefined)];
}

const isText = (node) =>
  node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node.value === 'string');

/**
 * @returns each sentence, its values as `{}`, with the file that says it. A value that is itself a sentence
 * stands in the list, too.
 */
export function refusalsOf(modules) {
  const reader = createReader(modules);
  const found = new Map();
  for (const place of reader.places) {
    if (place.file === OWN) continue;
    for (const expression of saidBy(place.node)) {
      if (expression === undefined) continue;
      for (const text of reader.textsOf({ ...place, node: expression })) {
        if (isSentence(text) && !found.has(text)) found.set(text, place.file);
      }
    }
  }
  return found;
}

/** Single words are names and values; what has no letters of its own only joins others; SQL is no sentence. */
const isSentence = (text) =>
  /[A-Za-z]{2,}/.test(text.replaceAll('{}', '')) &&
  /\s/.test(text.trim()) &&
  !/\b(SELECT|WHERE)\b| IN \{\}/.test(text);

/**
 * @param {ReadonlyMap<string, string>} found sentences with their file
 * @param {Readonly<Record<string, string>>} words in Russian, by sentence
 * @returns {[sentence: string, file: string][]} those without any
 */
export const untold = (found, words) => [...found].filter(([sentence]) => !Object.hasOwn(words, sentence));
