/** Keeps a full-screen window within what the keyboard leaves of the screen. */

/** @returns stops */
export function fitToViewport(element: HTMLElement): () => void {
  const { visualViewport } = window;
  if (!visualViewport) return () => undefined;
  const fit = (): void => {
    element.style.height = `${visualViewport.height}px`;
    element.style.top = `${visualViewport.offsetTop}px`;
    element.style.left = `${visualViewport.offsetLeft}px`;
    element.style.bottom = 'auto';
  };
  fit();
  visualViewport.addEventListener('resize', fit);
  visualViewport.addEventListener('scroll', fit);
  return () => {
    visualViewport.removeEventListener('resize', fit);
    visualViewport.removeEventListener('scroll', fit);
    for (const name of ['height', 'top', 'left', 'bottom']) element.style.removeProperty(name);
  };
}
