/** What an error of PostgreSQL's driver means to those who use the records store. */
import { RecordsUnavailable } from '../../kit/records.ts';

/** By the system's code: there is no way to the server, or it broke off. */
const BY_CODE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOENT: 'nothing listens at its address',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  ECONNABORTED: 'the connection broke off',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to its address',
  EHOSTDOWN: 'there is no way to its address',
  ENETUNREACH: 'there is no way to its address',
  ENETDOWN: 'there is no way to its address',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name is not known now',
};

/** By SQLSTATE, or by its first two characters: what the server itself cannot do now. */
const BY_STATE: Readonly<Record<string, string>> = {
  '08': 'the connection broke off',
  '25006': 'it is read-only',
  '28': 'it does not let this server in',
  '3D000': 'there is no such database on it',
  '53100': 'its disk is full',
  '53200': 'it has no memory left',
  '53300': 'it takes no more connections',
  '53': 'it has no resources left',
  '55P03': 'another program holds what is needed',
  '57P01': 'it is being stopped',
  '57P02': 'it has crashed and starts again',
  '57P03': 'it is starting or being stopped',
  '57P05': 'it ended an idle connection',
  '57014': 'it gave up, as it took too long',
  '58': 'its disk reports an error',
};

/** The driver's own errors have words alone. */
const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/timeout exceeded when trying to connect/i, 'it does not answer, or all connections to it are in use'],
  [/query read timeout/i, 'it does not answer'],
  [
    /connection terminated|connection error|not queryable|socket (?:closed|hang up)|ended by the other party/i,
    'the connection broke off',
  ],
];

/** @returns the error itself where it is none of these */
export function toPostgresError(error: unknown): unknown {
  const reason = reasonOf(error);
  if (reason === undefined) return error;
  return new RecordsUnavailable(`The records database cannot be used now: ${reason}.`, { cause: error });
}

function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Where a name has several addresses, each was tried.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).find((one) => one !== undefined);
  const { code = '', message } = error as NodeJS.ErrnoException;
  const known =
    BY_CODE[code] ?? BY_STATE[code] ?? (code.length === 5 ? BY_STATE[code.slice(0, 2)] : undefined);
  return known ?? BY_WORDS.find(([words]) => words.test(message))?.[1];
}
