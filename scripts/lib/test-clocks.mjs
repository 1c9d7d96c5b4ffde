/**
 * Finds what in a test depends on chance or on the speed of the machine.
 * It is sleeps, bounds on time, short waits, numbers from nowhere; `npm run check` refuses them.
 */

/** Files that may, each with its reason. */
export const ALLOWED = {
  'e2e/path/random-kills.ts': 'kills programs at random moments; what follows holds whenever that was',
  'e2e/path/random-kills.test.ts': 'says within how long a kill comes; what follows holds whenever that was',
  'packages/server/test/eventually.ts':
    'the one limit of waiting: five minutes, then it says what came instead',
  'packages/server/test/every-route.test.ts': 'looks for answers that never come, by the same limit',
  'e2e/path/chat-talk.ts': 'people who talk: how fast they do is no matter of any expectation',
  'e2e/widget/site-code.test.ts': 'code of sites as it is, which looks for the chat again and again',
  'e2e/widget/stubborn-pages.test.ts': 'timers of pages that pull the focus back; none is waited for',
  'e2e/widget/page-api.test.ts': 'code of sites as it is, which looks for the chat again and again',
  'packages/server/src/stores/records/records.test.ts': 'counts turns of the event loop by an interval',
  'packages/server/src/boot/data-folder.test.ts': 'keeps a process alive until it is killed',
  'packages/server/src/boot/watchdog/watched-thread.test.ts': 'gives other threads turns; counts CPU time',
  'packages/server/test/broken/run.ts': 'looks at the CPU time of a thread that may never answer',
  'packages/server/test/carriers.ts': 'the clock that the chat over requests is given; no test waits for it',
  'packages/server/test/watchdog-server.ts': 'a request that begins to loop in a later turn',
  'packages/server/test/watchdog.test.ts': 'stops and continues a process, whose CPU time alone counts',
  'e2e/fuzz/fuzz.ts': 'a run ends after so many minutes, which fails nothing',
  'e2e/fuzz/main.ts': 'a run ends after so many minutes, which fails nothing',
  'e2e/fuzz/targets/sub-protocols.ts': 'lets go of requests that wait for their rest, as a client would',
  'e2e/tag/replaced.test.ts':
    'the page may not be able to tell that it is done: it gets the limit of waiting',
  'e2e/tag/surroundings.test.ts': 'leaves time for a second call of a callback, which would be a fault',
  'packages/server/src/stores/olap/test-clickhouse.ts': 'asks a server that tells nobody when it is ready',
};

/** Two minutes; nothing that comes at all comes later. */
const LEAST_WAIT_MS = 60_000;
/** What every test has by itself, see `vitest.config.ts`: less of its own is for a quiet machine. */
const LEAST_TEST_MS = 900_000;

const RULES = [
  [
    /\bset(?:Timeout|Interval)\(|\btimers\/promises\b|\bwaitForTimeout\(/,
    'a sleep: await an event, or pass in a clock',
  ],
  [/\bMath\.random\(\)/, 'chance: take seeded.ts, fast-check or a count'],
  [/\bperformance\.now\(/, 'a measured time: count, or measure with cpu-time.ts what was computed'],
  [/\bAbortSignal\.timeout\(/, 'an end by the clock: pass a signal that the test itself ends'],
  [/\.setDefault(?:Navigation)?Timeout\((?!PATIENCE_MS\))/, 'a limit that a busy machine exceeds'],
  [
    /\bdeadline\b|while \([^)]*Date\.now\(\)/,
    'a deadline of its own: use expect.poll, vi.waitUntil or eventually.ts',
  ],
];
const LIMIT = /\btimeout: ([\d_]+)|^\s*\}, ([\d_]+)\);/;
/** The same as an option of a test, before what it runs. */
const TEST_OPTION = /\{ timeout: ([\d_]+) \},(?: (?:async )?\(| function|$)/;
/** What ends one wait is too little for a whole test or hook. */
const WAIT_AS_LIMIT =
  /^\}, PATIENCE_MS\);|\* PATIENCE_MS\b.*,$|^\s*(?:\}, )?PATIENCE_MS \* \d+(?:,|\);)$|= PATIENCE_MS \* \(/;

/** What does not run proves nothing, and what alone runs hides the rest; a condition of the machine may be named. */
const SKIPPED =
  /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|todo|only|fails)\b|\bx(?:it|test|describe)\(|\b(?:skip|only|todo): true\b|\.(?:skipIf|runIf)\((?:true|false)\)/;

/** @returns {string[]} `line: what is wrong with it` */
export function skippedTests(text) {
  return text
    .split('\n')
    .flatMap((line, index) => (SKIPPED.test(line) ? [`${index + 1}: a test that is skipped, or alone`] : []));
}

/** Unlike `expect.poll`, these do not read the configuration: without a limit they wait for one second. */
const WAITING = /\bvi\.wait(?:For|Until)\(/g;

/** @returns {string[]} `line: what is wrong with it` */
export function clockBreaches(text) {
  const hasty = [...text.matchAll(WAITING)].filter(({ index }) => !/timeout|WAIT/.test(callAt(text, index)));
  const lineOf = (index) => text.slice(0, index).split('\n').length;
  return [
    ...hasty.map(
      ({ index }) => `${lineOf(index)}: it waits for a second only: say a timeout, or use expect.poll`,
    ),
    ...byLine(text),
  ];
}

/** A call with its arguments, up to the bracket that closes it. */
function callAt(text, start) {
  let open = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')' && --open === 0) return text.slice(start, at);
  }
  return text.slice(start);
}

function byLine(text) {
  return text.split('\n').flatMap((line, index) => {
    const found = RULES.filter(([pattern]) => pattern.test(line)).map(([, why]) => why);
    const [, waiting, last] = LIMIT.exec(line) ?? [];
    const test = last ?? TEST_OPTION.exec(line)?.[1];
    const limit = Number((test ?? waiting)?.replaceAll('_', '') ?? Infinity);
    // SQLite's 0 says: do not wait; small numbers are counts.
    if (limit >= 10 && limit < (test === undefined ? LEAST_WAIT_MS : LEAST_TEST_MS))
      found.push('a limit that a busy machine exceeds');
    if (WAIT_AS_LIMIT.test(line)) found.push('a limit that a busy machine exceeds: take limitOf');
    return found.map((why) => `${index + 1}: ${why}`);
  });
}
