/** What invitation rules ask of the page: how long, how far, and whether the visitor is about to leave. */

export interface PageWatch {
  /** Deepest so far, percent of the page's height. */
  scrollPercent(): number;
  exitIntent(): boolean;
  /** A new page begins without loading. */
  reset(): void;
  stop(): void;
}

export function watchPage(changed: () => void): PageWatch {
  let deepest = 0;
  let isLeaving = false;
  const scrolled = (): void => {
    const { scrollHeight } = document.documentElement;
    const bottom = window.scrollY + innerHeight;
    deepest = Math.max(deepest, scrollHeight > 0 ? Math.round((bottom / scrollHeight) * 100) : 0);
  };
  const left = ({ clientY, relatedTarget }: MouseEvent): void => {
    if (relatedTarget !== null || clientY > 0) return;
    isLeaving = true;
    changed();
  };
  addEventListener('scroll', scrolled, { passive: true, capture: true });
  document.addEventListener('mouseout', left);
  return {
    scrollPercent: () => deepest,
    exitIntent: () => isLeaving,
    reset: () => {
      deepest = 0;
      isLeaving = false;
    },
    stop: () => {
      removeEventListener('scroll', scrolled, { capture: true });
      document.removeEventListener('mouseout', left);
    },
  };
}
