/** The processing thread with holes: a hit whose title is `loop` never comes back, one called `throw` ends the thread. */
import { runProcessingThread } from '../src/boot/processing/run-thread.ts';
import { STEPS, type Step } from '../src/collect/index.ts';

/** Of a regular expression, as they are met: twice as long for each letter. */
function loopForEver(): void {
  while (!/^(a+)+$/.test(`${'a'.repeat(60)}b`));
}

const loopingStep: Step = ({ hit }) => {
  if (hit.title === 'loop') loopForEver();
  if (hit.title === 'throw') {
    queueMicrotask(() => {
      throw new Error('a fault that nobody catches');
    });
  }
  return true;
};

runProcessingThread([loopingStep, ...STEPS]);
