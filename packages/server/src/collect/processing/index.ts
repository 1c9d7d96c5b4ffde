/** Processing: in the thread that asks for it, or in one of its own. */
export { processHere } from './here.ts';
export type { OpenProcessing, Processing, ProcessingHost, ProcessingSettings } from './port.ts';
export { processRemotely } from './remote.ts';
export { serveProcessing } from './serve.ts';
export { remoteThread } from './worker-thread.ts';
