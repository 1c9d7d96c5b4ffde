/** Where the processing thread of the server begins. */
import { runProcessingThread } from './run-thread.ts';

runProcessingThread();
