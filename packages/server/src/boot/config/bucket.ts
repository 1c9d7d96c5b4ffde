/** The settings for S3-compatible storage: all of those that have no default, or none. */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { BucketSettings } from '../../stores/files/index.ts';

const ENDPOINT = 'must be an address such as https://s3.eu-central-1.amazonaws.com or http://minio:9000';
const BUCKET = 'must be the name of a bucket: from 3 to 63 lower-case letters, digits, hyphens and dots';
const REGION = 'must be the name of a region, such as eu-central-1 or auto';
const KEY = 'must have no spaces and at most 200 characters';
const PATH_STYLE = 'must be 1 (the bucket is in the path) or 0 (it is in the host name)';

const ACCESS_KEY = /^[^\s/,]{1,200}$/;
const NAME = /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/;

/** One line a setting. */
export const BUCKET_ENVIRONMENT = {
  GOALPOST_S3_ENDPOINT: z.string().refine(isEndpoint, ENDPOINT).nullable().default(null),
  GOALPOST_S3_BUCKET: z.string().regex(NAME, BUCKET).nullable().default(null),
  GOALPOST_S3_REGION: z
    .string()
    .regex(/^[\w-]{1,64}$/, REGION)
    .default('us-east-1'),
  GOALPOST_S3_ACCESS_KEY: z.string().regex(ACCESS_KEY, KEY).nullable().default(null),
  GOALPOST_S3_SECRET_KEY: z
    .string()
    .regex(/^\S{1,200}$/, KEY)
    .nullable()
    .default(null),
  GOALPOST_S3_PATH_STYLE: z
    .enum(['0', '1'], PATH_STYLE)
    .default('1')
    .transform((value) => value === '1'),
};

const ALL = Object.keys(BUCKET_ENVIRONMENT);
const NEEDED = [
  'GOALPOST_S3_ENDPOINT',
  'GOALPOST_S3_BUCKET',
  'GOALPOST_S3_ACCESS_KEY',
  'GOALPOST_S3_SECRET_KEY',
];

/** @param set names of the settings that are given @returns sentences */
export function bucketProblems(set: ReadonlySet<string>): string[] {
  const [given] = ALL.filter((name) => set.has(name));
  if (given === undefined) return [];
  return NEEDED.filter((name) => !set.has(name)).map((name) => `${name} must be set too, as ${given} is.`);
}

/** @returns null where files stay in the data folder; a sentence where the settings do not fit together */
export function bucketOf(
  settings: z.infer<z.ZodObject<typeof BUCKET_ENVIRONMENT>>,
): BucketSettings | string | null {
  const { GOALPOST_S3_ENDPOINT: endpoint, GOALPOST_S3_BUCKET: bucket } = settings;
  const { GOALPOST_S3_ACCESS_KEY: accessKey, GOALPOST_S3_SECRET_KEY: secretKey } = settings;
  if (endpoint === null || bucket === null || accessKey === null || secretKey === null) return null;
  const pathStyle = settings.GOALPOST_S3_PATH_STYLE;
  if (!pathStyle && isIP(new URL(endpoint).hostname.replace(/[[\]]/g, '')) !== 0) {
    return 'GOALPOST_S3_PATH_STYLE must be 1 where GOALPOST_S3_ENDPOINT has no host name.';
  }
  return { endpoint, bucket, accessKey, secretKey, region: settings.GOALPOST_S3_REGION, pathStyle };
}

/** A path is allowed: some storages stand below one. */
function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && search + hash + username + password === '';
}
