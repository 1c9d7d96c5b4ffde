/** ClickHouse's HTTP interface over the executor: `/ping`, statements, inserts, errors in ClickHouse's form. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Executor } from './executor.ts';
import { readRequest } from './request.ts';

const NO_CODE = '1002';

/** Bound arrays travel in the address. */
const MAX_ADDRESS_BYTES = 4 * 1024 * 1024;

function answerError(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const code = /Code: (\d+)/.exec(message)?.[1];
  const text = code ? message : `Code: ${NO_CODE}. DB::Exception: ${message} (UNKNOWN_EXCEPTION)`;
  response.writeHead(500, {
    'Content-Type': 'text/plain; charset=UTF-8',
    'X-ClickHouse-Exception-Code': code ?? NO_CODE,
  });
  response.end(text);
}

async function answerQuery(
  executor: Executor,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(message);
  const abort = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  const answer = await executor.execute(request, abort.signal);
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': answer.bytes.length,
    'X-ClickHouse-Query-Id': request.queryId.replaceAll(/[^\w-]/g, ''),
    'X-ClickHouse-Summary': JSON.stringify({
      read_rows: String(answer.rowsRead),
      written_rows: String(answer.rowsWritten),
    }),
  });
  response.end(answer.bytes);
}

async function answerPing(executor: Executor, response: ServerResponse): Promise<void> {
  await executor.ping();
  response.writeHead(200).end('Ok.\n');
}

export function createEngineServer(executor: Executor): Server {
  const server = createServer(
    { maxHeaderSize: MAX_ADDRESS_BYTES, keepAliveTimeout: 0 },
    (message, response) => {
      const work =
        message.url === '/ping' ? answerPing(executor, response) : answerQuery(executor, message, response);
      work.catch((error: unknown) => {
        if (!response.headersSent) answerError(response, error);
        else response.destroy();
      });
    },
  );
  server.requestTimeout = 0;
  server.timeout = 0;
  return server;
}
