/** Where a link leads for the person who gets it. */

const OF_THIS_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * A server that was not told its public address knows only that it listens on its own machine: the page that
 * shows the link was found by a better one.
 */
export function linkFrom(url: string, origin: string): string {
  const { hostname, pathname, search } = new URL(url);
  return OF_THIS_MACHINE.test(hostname) ? `${origin}${pathname}${search}` : url;
}
