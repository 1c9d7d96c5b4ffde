/** The line by which a page loads the chat. */

/**
 * @param scriptUrl absolute address of the launcher, `https://stats.example/chat/widget.js`
 * @throws RangeError if the number is no positive integer, TypeError if the address is not absolute
 */
export function chatSnippet(counterId: number, scriptUrl: string): string {
  if (!Number.isSafeInteger(counterId) || counterId < 1) throw new RangeError('counterId');
  const script = new URL(scriptUrl);
  script.searchParams.set('id', String(counterId));
  const source = script.href.replace(/['"\\<>]/g, encodeURIComponent).replace(/&/g, '&amp;');
  return `<script async src="${source}"></script>`;
}
