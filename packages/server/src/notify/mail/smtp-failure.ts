/** What a failure of SMTP means for the letter. */
import type { MailResult } from './port.ts';
import type { SmtpServer } from './smtp-server.ts';

const MAX_ANSWER = 500;

/** @param stage how far the letter had come */
export function resultOfFailure(error: unknown, stage: Stage, server: SmtpServer): MailResult {
  const { said, code, responseCode } = read(error);
  const answer = withoutSecrets(said, server).replace(/\s+/g, ' ').trim().slice(0, MAX_ANSWER);
  return { outcome: outcomeOf(stage, code, responseCode), answer };
}

function outcomeOf(stage: Stage, code: string, responseCode: number): MailResult['outcome'] {
  // Refusing the name and the password is not refusing the letter.
  if (stage === 'connecting' || code === 'EAUTH') return 'down';
  if (responseCode >= 500 && responseCode !== 503) return 'refused';
  // 421: the server goes away. Having said so, it has not taken the letter.
  if (responseCode >= 400) return responseCode === 421 ? 'down' : 'later';
  // Something that cannot be sent at all, as the address: nothing that the server has said.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'refused';
  return stage === 'handed' ? 'unsure' : 'down';
}

/** What the server said itself, where it said anything. */
function read(error: unknown): { said: string; code: string; responseCode: number } {
  const { message, response, code, responseCode } = Object(error) as Record<string, unknown>;
  const said = [response, message].find((one) => typeof one === 'string' && one !== '');
  return {
    said: typeof said === 'string' ? said : String(error),
    code: typeof code === 'string' ? code : '',
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
  };
}

const base64 = (bytes: string): string => Buffer.from(bytes).toString('base64');

/** Servers have been seen to repeat what they were told. */
function withoutSecrets(text: string, { user, password }: SmtpServer): string {
  if (password === '') return text;
  const secrets = [password, base64(password), base64(`\0${user}\0${password}`)];
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

/** How far a letter came. */
export type Stage = 'connecting' | 'sending' | 'handed';
