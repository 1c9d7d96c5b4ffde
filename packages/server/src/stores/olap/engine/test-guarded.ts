/** For tests: a process under the guard of `end.ts`, whose own thread hangs from the first moment. */
import { startEndGuard } from './end.ts';

const [, , serverPid, begun] = process.argv;
const guard = startEndGuard(serverPid === 'parent' ? process.ppid : Number(serverPid), 50);
if (begun === 'ending') guard.begin();
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
