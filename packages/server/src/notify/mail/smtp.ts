/** Hands letters to an SMTP server, one connection each. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import type { Sender } from './mail-address.ts';
import { mimeOf } from './mime.ts';
import type { Mailer, MailResult } from './port.ts';
import { tlsOf, type SmtpServer } from './smtp-server.ts';
import { resultOfFailure, type Stage } from './smtp-failure.ts';

/** Milliseconds. After the letter, the server may want to look at it. */
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 120_000 };

export function createSmtpMailer(server: SmtpServer, sender: Sender): Mailer {
  return {
    async send(letter, beforeHandover, signal): Promise<MailResult> {
      const { bytes, from } = await mimeOf(letter, sender);
      const line = openLine(server, signal);
      let stage: Stage = 'connecting';
      let refusedHandover: { readonly error: unknown } | null = null;
      const body = async function* () {
        yield bytes.subarray(0, -LAST_BYTES);
        try {
          await beforeHandover();
        } catch (error) {
          refusedHandover = { error };
          throw error;
        }
        stage = 'handed';
        yield bytes.subarray(-LAST_BYTES);
      };
      try {
        await line.enter();
        stage = 'sending';
        const answer = await line.give({ from, to: [letter.to], size: bytes.length }, body());
        return { outcome: 'sent', answer: oneLine(answer) };
      } catch (error) {
        if (refusedHandover !== null) throw (refusedHandover as { error: unknown }).error;
        return resultOfFailure(error, stage, server);
      } finally {
        line.leave();
      }
    },
  };
}

/** A letter ends in a line break: never all of it is kept back. */
const LAST_BYTES = 2;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500);

interface Line {
  /** Connects, and signs in where there is a name for that. */
  enter(): Promise<void>;
  /** @returns what the server answered to the letter */
  give(envelope: Envelope, body: AsyncIterable<Buffer>): Promise<string>;
  leave(): void;
}

interface Envelope {
  readonly from: string;
  readonly to: string[];
  readonly size: number;
}

function openLine(server: SmtpServer, signal: AbortSignal): Line {
  const { host, port, secure, user, password } = server;
  const hasLogin = user !== '';
  const { required, verified } = tlsOf(server);
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: required,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: verified },
    ...TIMEOUTS,
  });
  const broken = Promise.withResolvers<never>();
  // Who waits at the time hears of it; later callers do not.
  broken.promise.catch(() => undefined);
  connection.on('error', broken.reject);
  const abort = () => broken.reject(new Error('broken off'));
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();

  /** Its answer, or what broke the connection before it. */
  const answerOf = <T>(ask: (done: (error: Error | null | undefined, answer?: T) => void) => void) =>
    Promise.race([
      broken.promise,
      new Promise<T | undefined>((resolve, reject) => {
        ask((error, answer) => (error ? reject(error) : resolve(answer)));
      }),
    ]);

  return {
    async enter() {
      await answerOf<void>((done) => connection.connect((error) => done(error)));
      if (hasLogin)
        await answerOf<unknown>((done) =>
          connection.login({ credentials: { user, pass: password } }, (error) => done(error)),
        );
    },
    async give(envelope, body) {
      const sent = await answerOf<{ response: string }>((done) =>
        connection.send(envelope, Readable.from(body), (error, info) => done(error, info)),
      );
      return sent?.response ?? '';
    },
    leave() {
      signal.removeEventListener('abort', abort);
      connection.close();
    },
  };
}
