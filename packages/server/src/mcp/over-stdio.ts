/** MCP by stdin and stdout: passes messages to a server's `/mcp`, so that both have the same tools. */
import type { Readable, Writable } from 'node:stream';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  InitializeResultSchema,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
} from '@modelcontextprotocol/sdk/types.js';

export interface Bridge {
  /** Of the server, such as `https://example.com/stats`. */
  readonly url: string;
  readonly token: string;
  readonly input: Readable;
  readonly output: Writable;
  /** For people: what went wrong. */
  complain(line: string): void;
}

/** Resolves when the input has ended. */
export async function bridgeMcp({ url, token, input, output, complain }: Bridge): Promise<void> {
  const stdio = new StdioServerTransport(input, output);
  const http = new StreamableHTTPClientTransport(new URL(`${url.replace(/\/+$/, '')}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  const underWay = new Set<Promise<void>>();
  const pass = async (message: JSONRPCMessage): Promise<void> => {
    try {
      await http.send(message);
    } catch (error) {
      const reason = `${url} did not answer: ${(error as Error).message}`;
      complain(reason);
      if (isJSONRPCRequest(message)) {
        await stdio.send({ jsonrpc: '2.0', id: message.id, error: { code: -32_000, message: reason } });
      }
    }
  };
  stdio.onmessage = (message) => {
    const passing = pass(message).finally(() => underWay.delete(passing));
    underWay.add(passing);
  };
  stdio.onerror = (error) => complain(error.message);
  http.onmessage = (message) => {
    const begun = isJSONRPCResultResponse(message) ? InitializeResultSchema.safeParse(message.result) : null;
    if (begun?.success === true) http.setProtocolVersion(begun.data.protocolVersion);
    void stdio.send(message);
  };
  const ended = new Promise<void>((resolve) => {
    input.once('end', resolve);
    input.once('close', resolve);
  });
  await http.start();
  await stdio.start();
  await ended;
  await Promise.all(underWay);
  await http.close();
  await stdio.close();
}
