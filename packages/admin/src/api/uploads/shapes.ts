/** What the API answers about uploads; loaded with the first answer. */
export {
  ConversionUploadingEnvelope,
  ConversionUploadingList,
  CostUploadingEnvelope,
  CostUploadingList,
} from '@goalpost/contract/management';
