/** Masks a hit before the journal holds it: addresses, title, parameters, whatever else it says [P1]. */
import { createHmac } from 'node:crypto';
import { MASK_KINDS, type MaskCounts } from '@goalpost/contract/collection';
import { createCounterMasks, type Found, type Masks } from '../../kit/masking/index.ts';
import { isDeeperThan } from '../../kit/json/json-depth.ts';
import { parsedParams, unwrappedParams } from '../decode/params-text.ts';
import { decodeFormValue } from '../decode/percent.ts';
import type { HitRecord } from '../journal-record.ts';
import type { CounterConfig } from '../state/counter-config.ts';
import { wireRawKey } from './wire-key.ts';

export interface Masking {
  /** The record with what is personal or secret taken out of it; itself where there is none. */
  hit(record: HitRecord, config: CounterConfig): { readonly record: HitRecord; readonly masked: MaskCounts };
}

export const NOTHING_MASKED: MaskCounts = Object.freeze({});
const LINK = /(?:^|:)ln:1(?::|$)/;
/** Deeper JSON is not kept as such [W6], and masked as text. */
const DEEPEST = 10;
const MARK_LENGTH = 12;

/** @param secret makes the marks of masked ids, so that no reader can undo them */
export function createMasking(secret: string): Masking {
  const mark = markBy(secret);

  const masksOf = createCounterMasks(mark);

  return {
    hit(record, config) {
      const masks = masksOf(config);
      if (masks === null) return { record, masked: NOTHING_MASKED };
      const masked: Partial<Record<keyof MaskCounts, number>> = {};
      const found: Found = (kind) => void (masked[kind] = (masked[kind] ?? 0) + 1);
      const { q, b, r, p } = record;
      const work: Work = { masks, found, isLink: () => isLink(q) || isLink(b ?? '') };
      const query = pairsOf(q, work);
      const body = b === undefined ? undefined : pairsOf(b, work);
      const referer = r === undefined ? undefined : addressOf(r, masks, found);
      const landing =
        p === undefined
          ? undefined
          : ([addressOf(p[0], masks, found), addressOf(p[1], masks, found)] as const);
      if (
        query === q &&
        body === b &&
        referer === r &&
        (p === undefined || (landing?.[0] === p[0] && landing[1] === p[1]))
      )
        return { record, masked: NOTHING_MASKED };
      return {
        record: {
          ...record,
          q: query,
          ...(body === undefined ? {} : { b: body }),
          ...(referer === undefined ? {} : { r: referer }),
          ...(landing === undefined ? {} : { p: landing }),
        },
        masked,
      };
    },
  };
}

interface Work {
  readonly masks: Masks;
  readonly found: Found;
  /** Its `page-url` is where the link leads. */
  readonly isLink: () => boolean;
}

const markBy =
  (secret: string) =>
  (value: string): string =>
    createHmac('sha256', secret).update(value.trim().toLowerCase()).digest('hex').slice(0, MARK_LENGTH);

/** How an id reads that was masked, whatever kind it was taken for [P7]. */
export function maskedIdsBy(secret: string): (value: string) => readonly string[] {
  const mark = markBy(secret);
  return (value) => MASK_KINDS.map((kind) => `(${kind} ${mark(value)})`);
}

const addressOf = (address: string, masks: Masks, found: Found): string =>
  masks.mayHold(address) ? masks.address(address, found) : address;

/** Each key of the wire by what it holds. What has nothing to mask stays as it was written. */
function pairsOf(text: string, work: Work): string {
  let shown = '';
  let kept = 0;
  let from = 0;
  while (from < text.length) {
    let end = text.indexOf('&', from);
    if (end === -1) end = text.length;
    const equals = text.indexOf('=', from);
    const starts = equals === -1 || equals >= end ? from : equals + 1;
    const key = starts === from ? '' : keyOf(text.slice(from, equals));
    const raw = text.slice(starts, end);
    const value = valueOf(key, raw, work);
    if (value !== raw) {
      shown += text.slice(kept, starts) + value;
      kept = end;
    }
    from = end + 1;
  }
  return kept === 0 ? text : shown + text.slice(kept);
}

const keyOf = (raw: string): string => (raw.includes('%') ? decodeFormValue(raw) : raw);

function valueOf(key: string, raw: string, { masks, found, isLink }: Work): string {
  switch (key) {
    case 'page-url':
      return changed(raw, masks.mayHold(raw), (text) => masks.address(text, found, isLink()));
    case 'page-ref':
      return changed(raw, masks.mayHold(raw), (text) => masks.address(text, found));
    case 'browser-info':
      return titleOf(raw, masks, found);
    case 'site-info':
      return changed(raw, masks.mayHold(raw), (text) => paramsOf(text, masks, found));
    default:
      return changed(raw, masks.mayHoldText(raw), (text) => masks.text(text, found));
  }
}

function changed(raw: string, mayHold: boolean, mask: (text: string) => string): string {
  if (!mayHold) return raw;
  const text = decodeFormValue(raw);
  const masked = mask(text);
  return masked === text ? raw : encodeURIComponent(masked);
}

/** Where the title begins: before it stand numbers of the tag's own alone. */
const TITLE = /(?:^|:|%3A)t(?::|%3A)/i;

function titleOf(raw: string, masks: Masks, found: Found): string {
  const mark = TITLE.exec(raw);
  if (mark === null) return raw;
  const from = mark.index + mark[0].length;
  const title = raw.slice(from);
  return raw.slice(0, from) + changed(title, masks.mayHoldText(title), (text) => masks.text(text, found));
}

function isLink(text: string): boolean {
  const info = decodeFormValue(wireRawKey(text, undefined, 'browser-info') ?? '');
  const title = info.indexOf(':t:');
  return LINK.test(title === -1 ? info : info.slice(0, title));
}

/** What cannot be read as JSON is masked loosely: the rescue of prices reads it still [W25]. */
function paramsOf(text: string, masks: Masks, found: Found): string {
  if (isDeeperThan(text, DEEPEST)) return masks.loose(text, found);
  // As it is decoded later: what is wrapped has names, too.
  const value = parsedParams(unwrappedParams(text));
  if (typeof value !== 'object' || value === null) return masks.loose(text, found);
  let any = false;
  const masked = masks.params(value, (kind) => {
    any = true;
    found(kind);
  });
  return any ? JSON.stringify(masked) : text;
}
