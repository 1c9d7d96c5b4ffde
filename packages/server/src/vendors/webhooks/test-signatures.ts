/** How each vendor that signs does it, as its own documents and libraries say, for tests. */
import { createHmac } from 'node:crypto';

const hex = (algorithm: string, secret: string, text: string): string =>
  createHmac(algorithm, secret).update(text).digest('hex');

/** Headers of the body, signed at that time (milliseconds since the epoch) with that secret. */
export type Sign = (body: string, secret: string, at: number) => Record<string, string>;

/** By vendor. */
export const SIGNS: Readonly<Record<string, Sign>> = {
  chatwoot: (body, secret, at) => {
    const time = String(Math.floor(at / 1_000));
    return {
      'x-chatwoot-timestamp': time,
      'x-chatwoot-signature': `sha256=${hex('sha256', secret, `${time}.${body}`)}`,
    };
  },
  crisp: (body, secret, at) => ({
    'x-crisp-request-timestamp': String(at),
    'x-crisp-signature': hex('sha256', secret, `[${at};${body}]`),
  }),
  intercom: (body, secret) => ({ 'x-hub-signature': `sha1=${hex('sha1', secret, body)}` }),
  'rocket-chat': (_body, secret) => ({ 'x-rocketchat-livechat-token': secret }),
};
