/** When a thread counts as stuck: pure, of its beats and of the CPU time that it has used. */

/** A thread beats whenever its event loop turns: a thread that waits, sleeps or is stopped uses no CPU, and is not stuck. */
export interface Sign {
  readonly beats: number;
  /** CPU time of the thread itself, milliseconds. */
  readonly cpuMs: number;
}

/**
 * @param limitMs CPU time without a beat
 * @returns told of each sign: the CPU time since the last beat where that is too long, else null
 */
export function createStallMeter(limitMs: number): (sign: Sign) => number | null {
  let last: Sign | null = null;
  return (sign) => {
    // What a counter of CPU time that starts again says is nothing.
    if (last === null || sign.beats !== last.beats || sign.cpuMs < last.cpuMs) {
      last = sign;
      return null;
    }
    const used = sign.cpuMs - last.cpuMs;
    return used >= limitMs ? used : null;
  };
}
