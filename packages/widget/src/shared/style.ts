/** Style sheets of a shadow root, where the page's security policy allows no inline ones. */

export const addStyle = (root: ShadowRoot, css: string): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Safari before 16.4.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
};
