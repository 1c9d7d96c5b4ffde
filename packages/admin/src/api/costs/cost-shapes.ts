/** What the API answers about uploads of costs; loaded with the first answer. */
export { CostUploadingEnvelope, CostUploadingList } from '@goalpost/contract/management';
