/** Does what can wait: after the frame that is being drawn, once nothing else is to be done. */

/** Even a busy page does it after so long. */
const LATEST_MS = 1_000;

/** @returns forgets it, where it has not been done yet */
export function whenIdle(go: () => void): () => void {
  // Safari has no idle callback; its own time after a frame is as good.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(go, 200);
    return () => clearTimeout(timer);
  }
  const asked = window.requestIdleCallback(go, { timeout: LATEST_MS });
  return () => window.cancelIdleCallback(asked);
}
