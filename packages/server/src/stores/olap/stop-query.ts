/** Stops a query in a ClickHouse server, which goes on when its caller merely hangs up. */
import type { ClickHouseClient } from '@clickhouse/client';
import { setTimeout as pause } from 'node:timers/promises';

/** The server may not have begun the query yet; if it has not by then, it never got it. */
const ATTEMPTS = 10;
const AGAIN_AFTER_MS = 100;

export async function stopQuery(client: ClickHouseClient, queryId: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stopped = await client.query({
      query: 'KILL QUERY WHERE query_id = {id:String} ASYNC',
      query_params: { id: queryId },
      format: 'JSONEachRow',
    });
    if ((await stopped.json()).length > 0) return;
    await pause(AGAIN_AFTER_MS, undefined, { ref: false });
  }
}
