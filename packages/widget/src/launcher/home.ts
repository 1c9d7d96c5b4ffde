/** Where the script came from, and for which counter. */

export interface Home {
  /** Where the server lies: what precedes `/chat/`, else the origin. */
  readonly home: string;
  readonly counter: number;
  /** Our tag has brought it, after the visitor agreed. */
  readonly agreed: unknown;
}

/**
 * To be called while the script runs for the first time: `document.currentScript` is there only then.
 * Undefined where the script's address names no counter.
 */
export const findHome = (): Home | undefined => {
  // Where a loader has put the text of the script into the page, nothing tells which one runs.
  const script = (document.currentScript ??
    document.querySelector('[src*="/chat/widget.js"]')) as HTMLScriptElement | null;
  const [, home, counter, agreed] =
    script?.src.match(/^(https?:\/\/[^/]+(?:.*?(?=\/chat\/))?).*[?&]id=(\d+)(&cs)?/) ?? [];
  return (home && { home, counter: +counter!, agreed }) as Home | undefined;
};
