/** Prints the bytes of the built tag, core and modules apart, and fails where one is over its budget. */
import { gzipSync } from 'node:zlib';
import { TAG_MODULE_NAMES, type TagModule } from '@goalpost/contract/tag-modules';
import { VENDORS } from '@goalpost/contract/vendors';
import { buildTag } from './build.ts';
import { composeTag, STATIC_MODULES, withNeeds } from './src/compose.ts';
import { composeAdapter, composeChats, composePart, SIGHTS } from './src/vendors/compose.ts';

/** Bytes under gzip −9. */
const BUDGETS = {
  core: 3_800,
  module: 412,
  usual: 6_295,
  all: 7_825,
  runner: 1_500,
  // With the names of conversations' goals, which each adapter held before.
  hear: 2_475,
  sights: 1_200,
  own: 775,
  api: 1_280,
  adapter: 400,
  picker: 6_620,
  hand: 430,
};
/** GNU gzip needs up to so many more than the gzip of this runtime, the file's name in its header included. */
const SPREAD = 28;

/** What most counters have, and consent. All modules at once no counter has: `cookieless` and `consent` exclude each other. */
const USUAL: readonly TagModule[] = [
  'links',
  'forms',
  'buttons',
  'contacts',
  'commerce',
  'engagement',
  'chat',
  'consent',
];

const { code, parts, chats, picker } = await buildTag();
const bytesOf = (script: string): number => gzipSync(script, { level: 9 }).length + SPREAD;
const all = bytesOf(code);
const faults: string[] = [];

function say(name: string, bytes: number, budget: number): void {
  process.stdout.write(`tag ${name}: ${bytes} of ${budget} bytes gzip\n`);
  if (bytes > budget) faults.push(`tag ${name}: ${bytes - budget} bytes over the budget`);
}

say('core', bytesOf(composeTag(parts, [])), BUDGETS.core);
for (const name of TAG_MODULE_NAMES) {
  // What the whole script has for it: text that others hold as well costs little.
  const without = TAG_MODULE_NAMES.filter((other) => !withNeeds([other]).includes(name));
  const needing = TAG_MODULE_NAMES.filter((other) => other === name || !withNeeds([other]).includes(name));
  say(name, bytesOf(composeTag(parts, needing)) - bytesOf(composeTag(parts, without)), BUDGETS.module);
}
say('with all of the usual modules', bytesOf(composeTag(parts, USUAL)), BUDGETS.usual);
say('with all modules', all, BUDGETS.all);
const table = JSON.stringify(SIGHTS);
const site = composeChats(chats.chats, {});
const sights = bytesOf(site) - bytesOf(site.replace(table, '[]'));
say('table of vendors', sights, BUDGETS.sights);
say('runner of vendors', bytesOf(site) - sights, BUDGETS.runner);
say('what hears vendors', bytesOf(chats.hear), BUDGETS.hear);
say('own events', bytesOf(chats.own), BUDGETS.own);
for (const [language, script] of Object.entries(picker))
  say(`picker in ${language}`, bytesOf(script), BUDGETS.picker);
say('api for vendors', bytesOf(chats.api), BUDGETS.api);
for (const { id } of VENDORS) {
  const adapter = bytesOf(composeAdapter(id, parts.build) ?? '') - SPREAD;
  const hand = composePart(`hand-${id}`, chats, parts.build);
  if (hand !== undefined) say(`handing over to ${id}`, bytesOf(hand) - SPREAD, BUDGETS.hand);
  if (adapter > BUDGETS.adapter) say(`adapter of ${id}`, adapter, BUDGETS.adapter);
}
process.stdout.write(
  `tag without a number: ${bytesOf(composeTag(parts, STATIC_MODULES, [], false))} bytes gzip\n`,
);
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) {
  process.stderr.write(
    'Names of new code are not chosen yet: `node packages/tag/choose-names.ts` may save what lacks.\n',
  );
  process.exitCode = 1;
}
