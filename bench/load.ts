/**
 * A closed-loop HTTP load: each connection sends its next request when the last is answered. Raw sockets, so
 * that the load costs less than what it measures. Prints one JSON line.
 * Arguments: port, connections, seconds, counter (0: plain `GET /`), seed.
 */
import { connect } from 'node:net';

export interface LoadResult {
  readonly answered: number;
  readonly refused: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const [port = 0, connections = 0, seconds = 0, counter = 0, seed = 0] = process.argv.slice(2).map(Number);
const latencies = new Float64Array(4_000_000);
let answered = 0;
let refused = 0;
let serial = 0;

const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const HELLO = `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: ${AGENT}\r\nAccept: */*\r\n\r\n`;

const startedAt = performance.now();
const until = startedAt + seconds * 1000;
await Promise.all(Array.from({ length: connections }, (_, index) => drive(index)));
const taken = latencies.subarray(0, Math.min(answered, latencies.length)).toSorted();
const at = (share: number) => Number((taken[Math.floor(taken.length * share)] ?? 0).toFixed(2));
const result: LoadResult = {
  answered,
  refused,
  seconds: (performance.now() - startedAt) / 1000,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

function drive(connection: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      socket.write(counter === 0 ? HELLO : hit(connection), 'latin1');
    };
    socket.setNoDelay(true);
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.on('data', (chunk: Buffer) => {
      if (!chunk.includes('HTTP/1.1 ')) return;
      if (chunk.includes('HTTP/1.1 200')) {
        const now = performance.now();
        if (answered < latencies.length) latencies[answered] = now - sentAt;
        answered++;
      } else {
        refused++;
      }
      if (performance.now() >= until) socket.end();
      else send();
    });
  });
}

/** A page view or, every eighth time, an event; each visitor stays for eight hits. */
function hit(connection: number): string {
  serial++;
  const visit = Math.floor(serial / 8);
  const now = Math.floor(Date.now() / 1000);
  const visitor = `${now}${String(seed * 10_000_000 + (visit % 10_000_000)).padStart(9, '0')}`;
  const event = serial % 8 === 7;
  const page = `https%3A%2F%2Fshop.example%2Fcatalogue%2F${serial % 200}%3Futm_source%3Dgoogle`;
  const url = event ? 'goal%3A%2F%2Fshop.example%2FJivo_Client_initiate_chat' : page;
  const info =
    `${event ? 'ar' : 'pv'}:1:vf:public:fu:0:en:utf-8:la:en-US:v:25:cn:1:dp:0:ls:618333913282` +
    `:hid:${seed * 100_000 + connection}:z:0:i:20261122200822:et:${now}:c:1:rn:${serial}:rqn:${serial}` +
    `:u:${visitor}:w:1280x720:s:1280x720x24:sk:1:rqnl:1:st:${now}:t:Shop`;
  return (
    `GET /watch/${counter}?wmode=7&page-url=${url}&page-ref=${event ? page : 'https%3A%2F%2Fwww.google.com%2F'}` +
    `&charset=utf-8&browser-info=${encodeURIComponent(info)} HTTP/1.1\r\n` +
    `Host: 127.0.0.1\r\nUser-Agent: ${AGENT}\r\nOrigin: https://shop.example\r\n` +
    `Referer: https://shop.example/\r\nAccept: */*\r\n\r\n`
  );
}
