/** A request of ClickHouse's HTTP interface, as far as `@clickhouse/client` uses it. */
import type { IncomingMessage } from 'node:http';

export interface EngineRequest {
  readonly queryId: string;
  readonly sql: string;
  /** Rows of an insert; null where the body was the statement. */
  readonly rows: Buffer | null;
  /** Settings and `param_*`, both in the form that `SET` takes. */
  readonly settings: Record<string, string>;
  readonly database: string | null;
  readonly format: string;
}

/** Of the HTTP interface alone: the engine does not know them. */
const HTTP_ONLY = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'session_id',
  'role',
  'wait_end_of_query',
  'enable_http_compression',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
  'buffer_size',
]);

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** With `query` in the address the body holds rows, else it is the statement. */
export async function readRequest(message: IncomingMessage): Promise<EngineRequest> {
  const search = new URL(message.url ?? '/', 'http://engine').searchParams;
  const body = await readBody(message);
  const settings: Record<string, string> = {};
  for (const [name, value] of search) if (!HTTP_ONLY.has(name)) settings[name] = value;
  const query = search.get('query');
  return {
    queryId: search.get('query_id') ?? crypto.randomUUID(),
    sql: query ?? body.toString('utf8'),
    rows: query === null || body.length === 0 ? null : body,
    settings,
    database: search.get('database'),
    format: search.get('default_format') ?? 'TabSeparated',
  };
}
