/** Tells when a part of a screen has come into sight, for what is costly to draw. */
import { useEffect, useState, type RefObject } from 'react';
import { whenIdle } from './when-idle.ts';

/** Scrolling must not come before it. */
const NEAR = '400px';

/** @returns false until it was in sight and the screen was idle; then it stays true */
export function useSeen(place: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let forget: (() => void) | undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        forget = whenIdle(() => setSeen(true));
      },
      { rootMargin: NEAR },
    );
    watch.observe(element);
    return () => {
      watch.disconnect();
      forget?.();
    };
  }, [place]);
  return seen;
}
