/** For the tests of abuse of the chat: someone who sends files up, from wherever they say that they are. */
import { visit } from '../../packages/server/test/chat-client.ts';
import type { ChatStage } from './abuse-chat-tools.ts';

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface Answer {
  readonly status: number;
  readonly body: { readonly file?: { id: string; name: string; type: string }; readonly reason?: string };
}

export interface Sender {
  /** As a new visitor, from an address of their own. */
  upload(name: string, body: string | Buffer, headers?: Record<string, string>): Promise<Answer>;
  /** A picture, as the visitor whose secret it is. */
  uploadAs(secret: string, from?: Record<string, string>): Promise<Answer>;
}

export const idOf = ({ body }: Answer): string => body.file?.id ?? '';

/** The server must trust its proxy: how many files one address may send is another matter. */
export const BEHIND_PROXY = { GOALPOST_TRUST_PROXY: '127.0.0.1' };

export function createSender({ url, counter }: ChatStage): Sender {
  let addresses = 0;
  const fromElsewhere = () => {
    addresses++;
    return { 'x-forwarded-for': `198.51.${addresses >> 8}.${addresses & 255}` };
  };
  async function send(headers: Record<string, string>, body: string | Buffer): Promise<Answer> {
    const answer = await fetch(`${url}/chat/v1/files/${counter}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(Buffer.from(body)),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
  return {
    async upload(name, body, headers = {}) {
      const { secret, tab } = await visit(url, counter);
      const own = { 'x-goalpost-chat-secret': secret, 'x-goalpost-file-name': encodeURIComponent(name) };
      const answer = await send({ ...own, ...fromElsewhere(), ...headers }, body);
      await tab.close();
      return answer;
    },
    uploadAs: (secret, from = fromElsewhere()) =>
      send({ 'x-goalpost-chat-secret': secret, 'x-goalpost-file-name': 'a.png', ...from }, PNG),
  };
}
