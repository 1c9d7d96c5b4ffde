/** Acked hits a second on one core as a share of a bare HTTP server's, without anything behind the journal. */
import { join } from 'node:path';
import type { LoadResult } from './load.ts';
import { firstLine, LOAD_CORES, run, SERVER_CORE, stop } from './machine.ts';

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 2);
const LOADERS = 2;
const COUNTER = 100_001;

for (const connections of [64, 256]) {
  for (let round = 0; round < ROUNDS; round++) {
    const hello = await measure('hello.ts', connections, 0);
    const acked = await measure('acks-server.ts', connections, COUNTER);
    process.stdout.write(
      `${connections} connections: hello ${Math.round(hello)}/s, acked ${Math.round(acked)}/s, share ${(acked / hello).toFixed(2)}\n`,
    );
  }
}

async function measure(script: string, connections: number, counter: number): Promise<number> {
  const server = run(SERVER_CORE, join(import.meta.dirname, script), []);
  try {
    const port = await firstLine(server);
    const parts = await Promise.all(
      Array.from({ length: LOADERS }, async (_, index) => {
        const args = [port, connections / LOADERS, SECONDS, counter, index + 1].map(String);
        return JSON.parse(
          await firstLine(run(LOAD_CORES, join(import.meta.dirname, 'load.ts'), args)),
        ) as LoadResult;
      }),
    );
    const refused = parts.reduce((sum, part) => sum + part.refused, 0);
    if (refused > 0) throw new Error(`${refused} requests were refused`);
    return parts.reduce((sum, part) => sum + part.answered / part.seconds, 0);
  } finally {
    await stop(server);
  }
}
