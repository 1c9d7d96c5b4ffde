/** Prints the bytes of the built tag, and fails if they are over the budget. */
import { buildTag } from './build.ts';

/** Bytes under gzip −9. */
const BUDGET = 4_096;

const { code, gzipBytes } = await buildTag();
process.stdout.write(`tag: ${gzipBytes} of ${BUDGET} bytes gzip (${Buffer.byteLength(code)} raw)\n`);
if (gzipBytes > BUDGET) {
  process.stderr.write(`tag: ${gzipBytes - BUDGET} bytes over the budget\n`);
  process.exitCode = 1;
}
