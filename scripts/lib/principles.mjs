/** Principles of docs/architecture.md that a line of code can break: where SQL stands, and state of modules. Pure. */
import { withoutComments } from './words.mjs';

/** Rooms that write SQL, and files that ask a store no more than one thing of its own. */
const SQL_ROOMS = ['query', 'visitors', 'workbench', 'stores'].map((room) => `packages/server/src/${room}/`);
const SQL_FILES = new Set([
  // Whether the store answers.
  'packages/server/src/boot/readiness.ts',
  'packages/server/src/boot/doctor/inside.ts',
  // Tables of the library that signs people in.
  'packages/server/src/accounts/second-factor/reseal.ts',
  // It joins parts that `query` makes.
  'packages/server/src/chat/funnel/compile.ts',
]);
const SQL =
  /[`'"]\s*(?:SELECT\s|INSERT INTO\s|ALTER TABLE\s|CREATE TABLE\s|DELETE FROM\s|UPDATE \w+ SET\s|WITH \w+ AS\s)/;

/** Programs of a process or a thread of their own, and the tag: a page is one, and each byte counts. */
const STATEFUL = new Set([
  'packages/server/src/stores/olap/engine/main.ts',
  'packages/server/src/boot/watchdog/thread.ts',
  'packages/tag/src/shared/browser.ts',
  'packages/tag/src/vendors/api.ts',
]);
/** Outermost lines alone are not indented. What is written in capitals does not change. */
const STATE =
  /^(?:export )?(?:(?:let|var) (\w+)|const ([a-z]\w*)(?:: [^=\n]+)? = (?:new (?:Map|Set|WeakMap|WeakSet|LRUCache)\b|\[\];|\{\};))/gm;

/** @param {{path: string, text: string}} file a source, no test @returns {string[]} a sentence for each breach */
export function principleBreaches({ path, text }) {
  const code = withoutComments(text);
  return [
    ...(path.startsWith('packages/server/src/') && SQL.test(code) && !mayHoldSql(path)
      ? [`${path} holds SQL, which is written in query, visitors, workbench and stores only.`]
      : []),
    ...(STATEFUL.has(path) ? [] : [...code.matchAll(STATE)]).map(
      ([, changed, filled]) =>
        `${path} keeps state in its module, in ${changed ?? filled}: ` +
        `let what needs it be told of it${filled ? ', or write its name in capitals if it never changes' : ''}.`,
    ),
  ];
}

const mayHoldSql = (path) => SQL_FILES.has(path) || SQL_ROOMS.some((room) => path.startsWith(room));
