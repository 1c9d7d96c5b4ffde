/** What the API answers about the source of rates; loaded with the first answer. */
export { RateSourceAnswer } from '@goalpost/contract/notices/rate-source';
