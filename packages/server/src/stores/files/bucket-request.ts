/** One signed request to S3-compatible storage, and what its answer says. */
import { AwsV4Signer } from 'aws4fetch';
import { FilesUnavailable } from '../../chat/files/port.ts';

export interface BucketSettings {
  /** Address of the storage; its path, if it has one, comes before all others. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** True: the bucket is the first part of the path; false: of the host name. */
  readonly pathStyle: boolean;
}

export interface BucketRequest {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

/** The next try may go better. */
export class PassingFailure extends FilesUnavailable {}

const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
const MAX_ERROR_BYTES = 16_384;

/**
 * @param signal ends the request, also while its answer's body is read
 * @returns an answer of the 200s whose body is still to be read, or null where the object is not there
 * @throws FilesUnavailable; PassingFailure where it may go better the next time
 */
export async function sendToBucket(
  settings: BucketSettings,
  request: BucketRequest,
  signal: AbortSignal,
): Promise<Response | null> {
  const { url, headers } = await signed(settings, request);
  const { method, body = null } = request;
  const name = bucketName(settings);
  try {
    // Not followed: a redirect says that the address or the region is wrong.
    const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
    if (response.ok) return response;
    const code = await errorCode(response);
    if (response.status === 404 && method !== 'PUT' && code !== 'NoSuchBucket') return null;
    const message = `${name} answers ${`${response.status} ${code}`.trim()}.`;
    throw PASSING.has(response.status) ? new PassingFailure(message) : new FilesUnavailable(message);
  } catch (error) {
    if (error instanceof FilesUnavailable) throw error;
    throw new PassingFailure(`${name} ${signal.aborted ? 'does not answer in time' : networkReason(error)}.`);
  }
}

/** For messages; holds no secret. */
export function bucketName({ endpoint, bucket }: BucketSettings): string {
  return `The bucket ${bucket} at ${new URL(endpoint).host}`;
}

export function objectUrl({ endpoint, bucket, pathStyle }: BucketSettings, key: string): string {
  const { protocol, host, pathname } = new URL(endpoint);
  const path = pathname.replace(/\/+$/, '');
  return pathStyle
    ? `${protocol}//${host}${path}/${bucket}/${key}`
    : `${protocol}//${bucket}.${host}${path}/${key}`;
}

function signed(settings: BucketSettings, { method, key, headers }: BucketRequest) {
  return new AwsV4Signer({
    service: 's3',
    region: settings.region,
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    method,
    url: objectUrl(settings, key),
    headers: { 'x-amz-content-sha256': EMPTY_SHA256, ...headers },
  }).sign();
}

/** Nothing else of the body may be told: some storages repeat there what was signed, and with which key. */
async function errorCode({ body }: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true });
    if (text.length > MAX_ERROR_BYTES) break;
  }
  return /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text)?.[1] ?? '';
}

/** `fetch` keeps the cause to itself. */
function networkReason(error: unknown): string {
  const { cause } = error as Error;
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return `cannot be reached: ${code}`;
  return `cannot be reached: ${typeof message === 'string' ? message : String(error)}`;
}
