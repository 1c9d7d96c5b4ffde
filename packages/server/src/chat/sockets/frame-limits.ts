/** How much one socket may say. */
import type { BucketLimits } from '../../kit/limits/token-bucket.ts';

/** Of a visitor's tab. */
export const FRAME_LIMITS: BucketLimits = { perSecond: 30, atOnce: 90, abuse: 2_000, abuseMs: 10_000 };

/** Of a console: staff, or a program of theirs that answers for many. */
export const OPERATOR_LIMITS: BucketLimits = { perSecond: 200, atOnce: 400, abuse: 5_000, abuseMs: 10_000 };
