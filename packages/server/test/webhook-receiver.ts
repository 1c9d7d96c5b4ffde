/** For tests: an HTTP server that takes webhooks, answers as it is told, and remembers them. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.ts';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: { readonly event_name: string } & Readonly<Record<string, unknown>>;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** How requests are answered from now on; 200 unless told. */
  answer: (request: Received, response: ServerResponse) => void;
  /** The next request that fits and was not taken. */
  next(fits?: (request: Received) => boolean): Promise<Received>;
  close(): Promise<void>;
}

export async function startReceiver(port = 0): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const taken = new Set<Received>();
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString('utf8');
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        text,
        body: JSON.parse(text) as Received['body'],
      };
      received.push(one);
      receiver.answer(one, response);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (_request, response) => response.end('ok'),
    next: (fits = () => true) =>
      eventually(
        waiting,
        () => {
          const found = received.find((one) => !taken.has(one) && fits(one));
          if (found !== undefined) taken.add(found);
          return found;
        },
        () =>
          `no webhook came that fits; these did: ${received.map(({ body }) => body.event_name).join(', ')}`,
      ),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** As `docs/webhooks.md` tells receivers to do it. */
export function isSigned({ headers, text }: Received, secret: string): boolean {
  const [, seconds = '', mac = ''] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-goalpost-signature'])) ?? [];
  return mac === createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex');
}
