/** Where the engine's socket stands. */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Systems cut or refuse longer ones at 104 to 108 bytes. */
const MAX_SOCKET_PATH_BYTES = 100;

/** In the data folder, or, where that path is too long, in a folder of ours alone under the temporary one. */
export function engineSocketPath(dataDir: string): string {
  const inData = path.join(dataDir, 'olap.sock');
  if (Buffer.byteLength(inData) <= MAX_SOCKET_PATH_BYTES) return inData;
  const own = path.join(os.tmpdir(), `goalpost-${process.getuid?.() ?? 0}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const found = lstatSync(own);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new Error(`${own} belongs to another user; choose a data folder with a shorter path.`);
  }
  chmodSync(own, 0o700);
  return path.join(own, `${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}.sock`);
}
