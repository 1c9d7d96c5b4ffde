/** Prints the bytes of the built widget, and fails if they are over the budgets. */
import { buildWidget } from './build.ts';

const { launcher, link, apps } = await buildWidget();
const [english, russian] = apps.map(({ gzipBytes }) => gzipBytes);
const app = Math.max(english ?? 0, russian ?? 0);

/** Bytes under gzip −9. What is fetched after the launcher is one budget, in however many files. */
const PARTS = [
  { name: 'launcher', bytes: launcher.gzipBytes, budget: 3.25 * 1024 },
  {
    name: `app (link ${link.gzipBytes}, window ${english} in English, ${russian} in Russian)`,
    bytes: link.gzipBytes + app,
    budget: 27 * 1024,
  },
];

for (const { name, bytes, budget } of PARTS) {
  process.stdout.write(`widget ${name}: ${bytes} of ${budget} bytes gzip\n`);
  if (bytes > budget) {
    process.stderr.write(`widget ${name}: ${bytes - budget} bytes over the budget\n`);
    process.exitCode = 1;
  }
}
