/** The shapes of an upload's answers, loaded with the first upload. */
export { FileRefused, FileUploaded } from '@goalpost/contract/chat';
