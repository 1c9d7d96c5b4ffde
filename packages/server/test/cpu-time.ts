/** For tests: how much a piece of work costs, which a busy machine does not change. */

/** Milliseconds that this thread has computed, without the time that others had the processor. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

export function cpuMsOf(work: () => void): number {
  const before = cpuMs();
  work();
  return cpuMs() - before;
}
