/** How many files one sender may upload in a span of time. */
export interface UploadLimits {
  readonly perPerson: number;
  readonly perAddress: number;
  readonly perOperator: number;
  readonly windowMs: number;
}

/** An address may stand for a whole office; a person may send the pictures of a holiday. */
export const UPLOAD_LIMITS: UploadLimits = {
  perPerson: 20,
  perAddress: 60,
  perOperator: 200,
  windowMs: 10 * 60_000,
};
