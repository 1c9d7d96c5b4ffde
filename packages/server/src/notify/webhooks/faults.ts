/** Why an attempt at a webhook got no answer, in words from the contract's closed set. */
import { WEBHOOK_FAULTS, type WebhookFault } from '@goalpost/contract/chat';

const BY_CODE: Readonly<Record<string, WebhookFault>> = {
  ENOTFOUND: 'no_host',
  EAI_AGAIN: 'no_host',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ECONNRESET: 'broken',
  EPIPE: 'broken',
  ETIMEDOUT: 'timeout',
};
/** Of Node's and OpenSSL's many codes, those that begin so are about certificates. */
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;

/** The fault's words, with the error's own where those say more. */
export function faultOf(error: unknown): string {
  const { code = '', message } = causeOf(error);
  const known = BY_CODE[code];
  if (known !== undefined) return WEBHOOK_FAULTS[known];
  if (CERTIFICATE.test(code)) return `${WEBHOOK_FAULTS.certificate}: ${message}`;
  return `${WEBHOOK_FAULTS.other}: ${message}`;
}

/** Where several addresses were tried, the first one's error speaks for all. */
function causeOf(error: unknown): NodeJS.ErrnoException {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0];
  return error instanceof Error ? error : new Error(String(error));
}
