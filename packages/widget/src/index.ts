/** What other rooms take from the widget: how a page is to carry it. */
export { chatSnippet } from './snippet.ts';
