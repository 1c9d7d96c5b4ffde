/** MCP by streamable HTTP, without sessions: any node answers any request, and nothing is kept between them. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createMcpServer, type AskApi } from './server.ts';

/** Messages of one request: each may be a question to the store. */
const MAX_BATCH = 10;

export interface McpRequest {
  readonly request: Request;
  /** As JSON, read already. */
  readonly body: unknown;
  readonly version: string;
  readonly ask: AskApi;
}

export async function answerMcp({ request, body, version, ask }: McpRequest): Promise<Response> {
  if (request.method !== 'POST') {
    return refusal(405, -32_000, 'Only POST: this server keeps no sessions.', { allow: 'POST' });
  }
  if (Array.isArray(body) && (body.length === 0 || body.length > MAX_BATCH)) {
    return refusal(400, -32_600, `From 1 to ${MAX_BATCH} messages in one request.`);
  }
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = createMcpServer(ask, version);
  try {
    await server.connect(transport);
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await server.close();
  }
}

function refusal(
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status, headers });
}
