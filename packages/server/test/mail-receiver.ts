/** For tests: a real SMTP server that keeps what it is given, and can be told to misbehave. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { eventually } from './eventually.ts';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Names in lower case, unfolded, as they came. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
  /** Whether it came encrypted. */
  readonly secure: boolean;
}

export interface MailReceiver {
  readonly port: number;
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Addresses that were tried, also those that were refused. */
  readonly tried: readonly string[];
  /** Resolves with the first that fits, also one that is there already. */
  next(fits: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>;
  close(): Promise<void>;
}

export interface Misbehaviour {
  /** What is answered to an address; null: it is taken. */
  refuse?(address: string): { readonly code: number; readonly text: string } | null;
  /** Called when a letter is there, whole; the answer waits for it. */
  beforeAnswer?(mail: ReceivedMail): Promise<void>;
  /** Name and password that it asks for. */
  readonly login?: { readonly user: string; readonly password: string };
  /** With a certificate that no one has signed. */
  readonly tls?: boolean;
  /** One that was used before. */
  readonly port?: number;
}

export async function receiveMail(misbehaviour: Misbehaviour = {}): Promise<MailReceiver> {
  const { refuse, beforeAnswer, login, tls = false, port = 0 } = misbehaviour;
  const mails: ReceivedMail[] = [];
  const tried: string[] = [];
  const waiting = new Set<() => void>();
  async function take(
    stream: AsyncIterable<Buffer>,
    { envelope: { mailFrom, rcptTo }, secure }: SMTPServerSession,
    done: () => void,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of stream) chunks.push(chunk);
    } catch {
      // Only half of it came: it was not taken.
      return;
    }
    const mail = {
      ...readMail(Buffer.concat(chunks).toString('latin1')),
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
      secure,
    };
    mails.push(mail);
    for (const look of waiting) look();
    await beforeAnswer?.(mail);
    done();
  }
  const server = new SMTPServer({
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(login === undefined ? ['AUTH'] : []), ...(tls ? [] : ['STARTTLS'])],
    logger: false,
    closeTimeout: 100,
    onAuth(auth, _session, done) {
      const isRight = auth.username === login?.user && auth.password === login?.password;
      if (isRight) done(null, { user: auth.username ?? '' });
      else done(failure(535, 'Authentication failed'));
    },
    onRcptTo({ address }, _session, done) {
      tried.push(address);
      const refusal = refuse?.(address) ?? null;
      done(refusal === null ? null : failure(refusal.code, refusal.text));
    },
    onData: (stream, session, done) => void take(stream, session, done),
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const { port: bound } = server.server.address() as AddressInfo;
  const who =
    login === undefined ? '' : `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@`;
  return {
    port: bound,
    url: `smtp://${who}127.0.0.1:${bound}`,
    mails,
    tried,
    next: (fits) =>
      eventually(
        waiting,
        () => mails.find(fits),
        () => `no such mail; these came: ${mails.map(({ raw }) => raw).join('\n=====\n')}`,
      ),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function failure(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

function readMail(raw: string): Pick<ReceivedMail, 'headers' | 'text' | 'html' | 'raw'> {
  const top = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(top.headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = top.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r\n/, '')));
  const partOf = (type: string) => {
    const part = parts.find(({ headers }) => headers.get('content-type')?.startsWith(type));
    return part === undefined ? '' : decode(part.body, part.headers.get('content-transfer-encoding') ?? '');
  };
  return { headers: top.headers, text: partOf('text/plain'), html: partOf('text/html'), raw };
}

function split(part: string): { headers: Map<string, string>; body: string } {
  const end = part.indexOf('\r\n\r\n');
  const lines = part
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), encodedWords(line.slice(colon + 1).trim())] as const;
    }),
  );
  return { headers, body: part.slice(end + 4) };
}

function decode(body: string, encoding: string): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? quotedPrintable(body) : body, 'latin1');
  return bytes.toString('utf8').replace(/\r\n/g, '\n').trimEnd();
}

function quotedPrintable(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** RFC 2047. */
function encodedWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?');
  const words: string[] = [];
  const plain = joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, text: string) => {
    const bytes =
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : Buffer.from(quotedPrintable(text.replaceAll('_', ' ')), 'latin1');
    words.push(bytes.toString('utf8'));
    return `\0${words.length - 1}\0`;
  });
  return plain.replace(/\0(\d+)\0/g, (_all, n: string) => words[Number(n)] ?? '');
}
