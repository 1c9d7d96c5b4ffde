/** Runs each property test again with further seeds, `PROPERTY_ROUNDS` in all; other tests run once. */
import fc from 'fast-check';
import { TestRunner } from 'vitest';
import { SEED } from './lib/property-seed.mjs';

const ROUNDS = Number(process.env['PROPERTY_ROUNDS']);

export default class PropertyRounds extends TestRunner {
  #asked = false;
  #round = 0;

  onCollected(files) {
    for (const file of files) repeat(file.tasks);
  }

  onBeforeTryTask(test, times) {
    super.onBeforeTryTask?.(test, times);
    this.#round = times.repeats;
    if (this.#round === 0) this.#asked = false;
    const [own, isAsked] = [SEED + this.#round, () => void (this.#asked = true)];
    // In place: a copy of the settings would ask for the seed, and count as a property.
    Object.defineProperty(fc.readConfigureGlobal(), 'seed', {
      configurable: true,
      enumerable: true,
      // Whatever makes random values reads this.
      get() {
        isAsked();
        return own;
      },
    });
  }

  async runTask(test) {
    if (this.#round > 0 && !this.#asked) return;
    try {
      await TestRunner.getTestFn(test)();
    } catch (error) {
      if (error instanceof Error) error.message = `PROPERTY_SEED=${SEED + this.#round}: ${error.message}`;
      throw error;
    }
  }
}

function repeat(tasks) {
  for (const task of tasks) {
    if (task.type === 'suite') repeat(task.tasks);
    else task.repeats = ROUNDS - 1;
  }
}
