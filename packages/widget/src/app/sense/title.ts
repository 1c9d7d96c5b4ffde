/** Says in the title of a hidden tab that there is something new, and puts the title back. */

export interface Title {
  count(unread: number): void;
  stop(): void;
}

export function createTitle(): Title {
  let said = '';
  let before = '';
  let unread = 0;

  const restore = (): void => {
    // What the page itself has written since stands.
    if (said !== '' && document.title === said) document.title = before;
    said = '';
  };
  const show = (): void => {
    restore();
    if (unread === 0 || !document.hidden) return;
    before = document.title;
    said = `(${unread}) ${before}`;
    document.title = said;
  };
  document.addEventListener('visibilitychange', show);
  return {
    count: (count) => {
      unread = count;
      show();
    },
    stop: () => {
      document.removeEventListener('visibilitychange', show);
      restore();
    },
  };
}
