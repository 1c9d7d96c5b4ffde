/** An element and all that it is in, up to its root, for the picker. */

/** Each once: fields named `parentElement` make a circle of their form. */
export function above(element: Element): Element[] {
  const found: Element[] = [];
  for (let up: Element | null = element; up && !found.includes(up); up = up.parentElement) found.push(up);
  return found;
}
