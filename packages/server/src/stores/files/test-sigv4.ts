/**
 * For tests: checks Signature Version 4, apart from the library that signs our requests. It follows the vendor's
 * specification ("Signature Calculations for the Authorization Header", Amazon S3 API Reference).
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  /** As in the request line: path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Credentials {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

export type SignatureVerdict =
  | 'ok'
  | 'AccessDenied'
  | 'AuthorizationHeaderMalformed'
  | 'InvalidAccessKeyId'
  | 'RequestTimeTooSkewed'
  | 'SignatureDoesNotMatch';

const MAX_SKEW_MS = 15 * 60_000;
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([\da-f]{64})$/;

export function verifySignature(request: SignedRequest, own: Credentials, now: number): SignatureVerdict {
  const given = AUTHORIZATION.exec(request.headers['authorization'] ?? '');
  if (given === null) return 'AccessDenied';
  const [, accessKey = '', day = '', region = '', signedHeaders = '', signature = ''] = given;
  if (accessKey !== own.accessKey) return 'InvalidAccessKeyId';
  const time = request.headers['x-amz-date'] ?? '';
  if (region !== own.region || !time.startsWith(day)) return 'AuthorizationHeaderMalformed';
  const names = signedHeaders.split(';');
  const mustBeSigned = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'));
  if (!['host', ...mustBeSigned].every((name) => names.includes(name))) return 'AccessDenied';
  if (Math.abs(momentOf(time) - now) > MAX_SKEW_MS) return 'RequestTimeTooSkewed';
  const expected = signatureOf(request, names, own, time);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? 'ok' : 'SignatureDoesNotMatch';
}

/** @param time as `x-amz-date` has it, e.g. `20130524T000000Z` @returns hex */
export function signatureOf(
  { method, target, headers }: SignedRequest,
  names: readonly string[],
  { secretKey, region }: Credentials,
  time: string,
): string {
  const [path = '', query = ''] = target.split('?');
  const canonical = [
    method,
    encoded(decodeURIComponent(path), '/'),
    query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return `${encoded(decodeURIComponent(name))}=${encoded(decodeURIComponent(value))}`;
      })
      .toSorted()
      .join('&'),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n');
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (parent, part) => createHmac('sha256', parent).update(part).digest(),
    `AWS4${secretKey}`,
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The specification's own `UriEncode`. */
function encoded(text: string, unchanged = ''): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9\-._~]/.test(character) || character === unchanged) return character;
    return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function momentOf(time: string): number {
  return Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
