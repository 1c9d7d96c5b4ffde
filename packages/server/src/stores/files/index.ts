/** Where the chat's files are kept: the data folder, or S3-compatible storage. */
export { bucketPlace, LOOK_TIMES } from './bucket-place.ts';
export type { BucketSettings } from './bucket-request.ts';
export { openDiskFiles } from './disk.ts';
export { openS3Files } from './s3.ts';
export { createStoredFiles } from './stored.ts';
