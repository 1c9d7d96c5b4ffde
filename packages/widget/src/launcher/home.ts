/** Where the script came from, and for which counter. */

export interface Home {
  /** Where the server lies: what precedes `/chat/`, else the origin. */
  readonly server: string;
  readonly counter: number;
  /** Our tag has brought it, after the visitor agreed. */
  readonly agreed: unknown;
}

/** @param address of the script. Null where it names no counter */
export const readHome = (address: string | undefined): Home | null => {
  const [, server, counter, agreed] =
    /^(https?:\/\/[^/]+(?:[^?#]*(?=\/chat\/))?).*[?&]id=(\d+)(&cs)?/.exec(address ?? '') ?? [];
  return server && counter ? { server, counter: +counter, agreed } : null;
};

/** To be called while the script runs for the first time: `document.currentScript` is there only then. */
export const findHome = (): Home | null => {
  // Where a loader has put the text of the script into the page, nothing tells which one runs.
  const script = (document.currentScript ??
    document.querySelector('[src*="/chat/widget.js"]')) as HTMLScriptElement | null;
  return readHome(script?.src);
};
