/** Where the script came from, and for which counter. */

export interface Home {
  readonly origin: string;
  readonly counter: number;
  /** Our tag has brought it, after the visitor agreed. */
  readonly agreed: unknown;
}

/** To be called while the script runs for the first time: `document.currentScript` is there only then. */
export const findHome = (): Home | null => {
  // Where a loader has put the text of the script into the page, nothing tells which one runs.
  const script = (document.currentScript ??
    document.querySelector('[src*="/chat/widget.js"]')) as HTMLScriptElement | null;
  const [, origin, counter, agreed] = /^(https?:\/\/[^/]+).*[?&]id=(\d+)(&cs)?/.exec(script?.src ?? '') ?? [];
  return origin && counter ? { origin, counter: +counter, agreed } : null;
};
