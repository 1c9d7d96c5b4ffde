/** Prints the bytes of the built tag, and fails if they are over the budget. */
import { buildTag } from './build.ts';

/** Bytes under gzip −9. */
const BUDGET = 5_120;
/** GNU gzip needs so many more than the gzip of this runtime, the file's name in its header included. */
const SPREAD = 28;

const { code, gzipBytes } = await buildTag();
const bytes = gzipBytes + SPREAD;
process.stdout.write(`tag: ${bytes} of ${BUDGET} bytes gzip (${Buffer.byteLength(code)} raw)\n`);
if (bytes > BUDGET) {
  process.stderr.write(`tag: ${bytes - BUDGET} bytes over the budget\n`);
  process.exitCode = 1;
}
