/** What other rooms take from the tag: how a page is to carry it. */
export { type Snippet, snippet } from './snippet.ts';
