/** A request as it stands on the wire, for what `fetch` would not send. */
import { connect } from 'node:net';

/**
 * @param head from the method to the last header, without the empty line; connections are closed after the answer
 * @param isCut ends our side behind the body, however much was promised
 * @returns the status, or nothing where there was no answer
 */
export async function rawRequest(
  url: string,
  head: string,
  body: string | Buffer,
  isCut = false,
): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  socket.write(body);
  if (isCut) socket.end();
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.slice(9, 12);
}
