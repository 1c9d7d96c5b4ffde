/** The keys of the wire that collection reads, from the query and an urlencoded body [W2]. */
import { decodeFormValue } from './percent.ts';
import { detach } from './text.ts';

/** Decoded; absent keys are undefined. */
export interface WireForm {
  pageUrl: string | undefined;
  pageRef: string | undefined;
  browserInfo: string | undefined;
  siteInfo: string | undefined;
  noHit: boolean;
}

/** Where both carry a key, the query wins; where one says it twice, the first does. */
export function readForm(query: string, body: string | undefined): WireForm {
  const form: WireForm = {
    pageUrl: undefined,
    pageRef: undefined,
    browserInfo: undefined,
    siteInfo: undefined,
    noHit: false,
  };
  readInto(form, query);
  if (body !== undefined && body !== '') readInto(form, body);
  return form;
}

function readInto(form: WireForm, text: string): void {
  let from = 0;
  let equals = -1;
  while (from < text.length) {
    // Looked for no oftener than it is passed: a body of 64 KiB may be nothing but `&`.
    if (equals < from) equals = text.indexOf('=', from);
    if (equals === -1) return;
    let end = text.indexOf('&', from);
    if (end === -1) end = text.length;
    if (equals < end) {
      const key = text.slice(from, equals);
      take(form, key.includes('%') ? decodeFormValue(key) : key, text, equals + 1, end);
    }
    from = end + 1;
  }
}

function take(form: WireForm, key: string, text: string, from: number, end: number): void {
  switch (key) {
    case 'page-url':
      form.pageUrl ??= addressOf(text.slice(from, end));
      break;
    case 'page-ref':
      form.pageRef ??= addressOf(text.slice(from, end));
      break;
    case 'browser-info':
      form.browserInfo ??= decodeFormValue(text.slice(from, end));
      break;
    case 'site-info':
      form.siteInfo ??= decodeFormValue(text.slice(from, end));
      break;
    case 'nohit':
      form.noHit ||= text.slice(from, end) === '1';
      break;
    default:
  }
}

/** Addresses are kept with visits, so they must not keep the request. */
function addressOf(text: string): string {
  const address = decodeFormValue(text);
  return address === text ? detach(address) : address;
}
