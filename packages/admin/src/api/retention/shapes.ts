/** The shape of answers about retention, loaded beside the first request. */
export { RetentionResponse } from '@goalpost/contract/reports/retention';
