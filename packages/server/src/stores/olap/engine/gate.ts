/** Lets a fixed number in at a time; the rest wait in the order they came. */
export interface Gate {
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(size: number): Gate {
  const waiting: (() => void)[] = [];
  let free = size;
  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
