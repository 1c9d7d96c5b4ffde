/** Reports the totals of a test run, to `npm test` or, where it runs alone, itself. */
import { writeFileSync } from 'node:fs';

export default class TotalsReporter {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: 0, skipped: 0, flaky: [] };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests)
        if (test.diagnostic()?.flaky) counts.flaky.push(`${module.relativeModuleId} > ${test.fullName}`);
      const results = tests.map((test) => test.result().state);
      for (const state of results) if (state in counts) counts[state] += 1;
      // A file that failed before any of its tests could say so.
      if (module.state() === 'failed' && !results.includes('failed')) counts.failed += 1;
    }
    counts.failed += errors.length;
    const file = process.env.GOALPOST_TOTALS;
    if (file) writeFileSync(file, JSON.stringify(counts));
    // After the default reporter's own summary.
    else process.once('exit', () => process.stdout.write(`\n${totalsLine(counts)}\n`));
  }
}

/** The last lines of a run, the same for people and machines: what passed at the second look alone, then the totals. */
export function totalsLine({ passed, failed, skipped, flaky = [] }) {
  const named = flaky.map((name) => `Flaky, passed only when tried again: ${name}\n`).join('');
  return `${named}${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
