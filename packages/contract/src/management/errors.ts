/** The error shape of `/management` and `/stat`, as clients of the field expect it. */
import { z } from 'zod';

/** Closed set of error kinds, each with its HTTP status. */
export const ERROR_STATUS = {
  invalid_parameter: 400,
  missing_parameter: 400,
  invalid_json: 400,
  limit_exceeded: 400,
  filter_limits: 400,
  query_error: 400,
  unauthorized: 401,
  access_denied: 403,
  invalid_token: 403,
  not_found: 404,
  not_acceptable: 406,
  conflict: 409,
  quota_requests_by_uid: 429,
  backend_error: 503,
  timeout: 504,
} as const;

export type ErrorType = keyof typeof ERROR_STATUS;

export const ApiErrorItem = z.object({
  error_type: z.enum(Object.keys(ERROR_STATUS) as [ErrorType, ...ErrorType[]]),
  message: z.string(),
  /** The field or parameter at fault, as a dotted path, e.g. `goal.conditions.0.url`. */
  location: z.string().optional(),
});
export type ApiErrorItem = z.infer<typeof ApiErrorItem>;

export const ApiError = z
  .object({ errors: z.array(ApiErrorItem), code: z.number().int(), message: z.string() })
  .meta({ id: 'ApiError' });
export type ApiError = z.infer<typeof ApiError>;
