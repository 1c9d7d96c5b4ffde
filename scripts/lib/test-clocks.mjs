/**
 * What in a test would depend on how fast the machine is: sleeps, bounds on the time that something takes, and
 * limits of waiting that a busy machine exceeds. `npm run check` refuses it.
 */

/** Files that may, each with its reason. */
export const ALLOWED = {
  'packages/server/test/eventually.ts':
    'the one limit of waiting: two minutes, then it says what came instead',
  'packages/server/test/every-route.test.ts': 'looks for answers that never come, by the same limit',
  'e2e/path/chat-talk.ts': 'people who talk: how fast they do is no matter of any expectation',
  'e2e/widget/site-code.test.ts': 'code of sites as it is, which looks for the chat again and again',
  'e2e/widget/page-api.test.ts': 'code of sites as it is, which looks for the chat again and again',
  'packages/server/src/stores/records/records.test.ts': 'counts turns of the event loop by an interval',
  'packages/server/src/boot/data-folder.test.ts': 'keeps a process alive until it is killed',
  'packages/server/src/stores/olap/test-clickhouse.ts': 'asks a server that tells nobody when it is ready',
};

/** Two minutes; nothing that comes at all comes later. */
const LEAST_WAIT_MS = 60_000;

const RULES = [
  [
    /\bset(?:Timeout|Interval)\(|\btimers\/promises\b|\bwaitForTimeout\(/,
    'a sleep: await an event, or pass in a clock',
  ],
  [/\bperformance\.now\(/, 'a measured time: count, or measure with cpu-time.ts what was computed'],
  [
    /\bdeadline\b|while \([^)]*Date\.now\(\)/,
    'a deadline of its own: use expect.poll, vi.waitUntil or eventually.ts',
  ],
];
const LIMIT = /\btimeout: ([\d_]+)|^\s*\}, ([\d_]+)\);/;

export function isTestFile(path) {
  return (
    /\.(?:test|contract)\.tsx?$/.test(path) ||
    /^(?:e2e|packages\/[^/]+\/test)\/.*\.tsx?$/.test(path) ||
    /\/test-[^/]+\.ts$/.test(path)
  );
}

/** @returns {string[]} `line: what is wrong with it` */
export function clockBreaches(text) {
  return text.split('\n').flatMap((line, index) => {
    const found = RULES.filter(([pattern]) => pattern.test(line)).map(([, why]) => why);
    const [, waiting, test] = LIMIT.exec(line) ?? [];
    const limit = Number((waiting ?? test)?.replaceAll('_', '') ?? Infinity);
    // SQLite's 0 says: do not wait; small numbers are counts.
    if (limit >= 10 && limit < LEAST_WAIT_MS) found.push('a limit that a busy machine exceeds');
    return found.map((why) => `${index + 1}: ${why}`);
  });
}
