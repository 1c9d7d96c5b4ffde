/** The shapes of answers about saved paths, loaded beside the first request. */
export { SavedPathEnvelope, SavedPathList } from '@goalpost/contract/management';
