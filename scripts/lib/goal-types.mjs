/** What each goal type and automatic goal has to have, and which of it is missing; one sentence each. Pure. */
import { hasRow } from './lists.mjs';

/**
 * @typedef {object} Found
 * @property {readonly {id: string, fields: readonly {kind: string, name: string}[], facts?: readonly string[]}[]} descriptors those listed
 * @property {readonly string[]} descriptorFiles names of the files of descriptors, without `.ts`
 * @property {Readonly<Record<string, {examples?: readonly {yes: readonly unknown[], no: readonly unknown[]}[]}>>} matchers
 * @property {readonly string[]} matcherFiles
 * @property {readonly {id: string, names: object, examples: {yes: readonly unknown[], no: readonly unknown[]}}[]} automatic
 * @property {Readonly<Record<string, {goalTypes: object, goalFields: object}>>} texts by language
 * @property {ReadonlySet<string>} [tabled] automatic goals whose table is made from their declarations
 * @property {string} spec the text of docs/spec/goals.md
 */

const DESCRIPTORS = 'packages/contract/src/goals/types';
const MATCHERS = 'packages/server/src/goals/types';
/** Kinds of fields that hold what other types say in words. */
const MADE_OF_OTHERS = ['steps', 'parts'];

/** @param {Found} found */
export function goalTypeGaps(found) {
  const ids = found.descriptors.map(({ id }) => id);
  const listed = new Set(ids);
  const stray = (files, folder, list) =>
    files
      .filter((name) => !listed.has(name))
      .map((name) => `${folder}/${name}.ts is in no list: add its line to ${list}.`);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Goal type ${id} is listed twice.`),
    ...stray(found.descriptorFiles, DESCRIPTORS, `${DESCRIPTORS}/index.ts`),
    ...stray(found.matcherFiles, MATCHERS, `${DESCRIPTORS}/index.ts`),
    ...found.descriptors.flatMap((descriptor) => gapsOf(descriptor, found)),
    ...found.automatic.flatMap((entry) => gapsOfAutomatic(entry, found)),
  ];
}

function gapsOfAutomatic({ id, names, examples }, { automatic, spec, tabled }) {
  const lacks = {
    'is listed twice': automatic.filter((other) => other.id === id).length > 1,
    'has no examples of hits that make it and that do not':
      examples.yes.length === 0 || examples.no.length === 0,
    'has no name in English or Russian': !names.en?.trim() || !names.ru?.trim(),
    'has no row in the table of automatic goals in docs/spec/goals.md':
      tabled?.has(id) !== true && !hasRow(spec, '## Automatic goals', id),
  };
  return Object.keys(lacks)
    .filter((sentence) => lacks[sentence])
    .map((sentence) => `Automatic goal ${id} ${sentence} (packages/server/src/goals/automatic).`);
}

function gapsOf({ id, fields, facts }, { descriptorFiles, matcherFiles, matchers, texts, spec }) {
  const gaps = [];
  const need = (there, sentence) => {
    if (!there) gaps.push(`Goal type ${id} ${sentence}.`);
  };
  need(descriptorFiles.includes(id), `has no descriptor ${DESCRIPTORS}/${id}.ts`);
  need(matcherFiles.includes(id), `has no matcher ${MATCHERS}/${id}.ts`);
  const matcher = Object.hasOwn(matchers, id) ? matchers[id] : undefined;
  need(matcher, 'has no line in packages/server/src/goals/registry.ts');
  // What no hit reaches has no examples of hits.
  if (matcher && facts?.length !== 0) {
    const examples = matcher.examples ?? [];
    const whole = examples.length > 0 && examples.every(({ yes, no }) => yes.length > 0 && no.length > 0);
    need(whole, `has no examples of what reaches it and what does not, in ${MATCHERS}/${id}.ts`);
  }
  for (const [language, said] of Object.entries(texts)) {
    const file = `packages/admin/src/i18n/${language}/goal-types.ts`;
    for (const what of wordsMissing({ id, fields }, said)) need(false, `has no ${what} in ${file}`);
  }
  need(hasRow(spec, '## Types', id), 'has no row in the table of types in docs/spec/goals.md');
  return gaps;
}

/** What a language does not say of a type. */
function wordsMissing({ id, fields }, { goalTypes, goalFields }) {
  const said = goalTypes[id] ?? {};
  const ofField = ({ kind, name, words: key = name, min }) => {
    if (kind === 'conditions' && min === 0 && !said.any) return ['words for no condition (`any`)'];
    if (kind === 'conditions') {
      return said.condition && said.hint && said.words ? [] : ['words of its conditions'];
    }
    const { label, hint, words_other: words } = goalFields[key] ?? {};
    const isSaid = kind === 'flag' ? label : label && hint && words;
    return MADE_OF_OTHERS.includes(kind) || isSaid ? [] : [`words of its field ${key}`];
  };
  const none = fields.length === 0 && !said.any ? ['words for no condition (`any`)'] : [];
  return [...(said.name && said.text ? [] : ['name or text']), ...none, ...fields.flatMap(ofField)];
}
