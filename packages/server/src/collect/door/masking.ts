/** Masks a hit before the journal holds it: addresses, title, parameters, whatever else it says [P1]. */
import { createHmac } from 'node:crypto';
import { MASK_KINDS, type MaskCounts } from '@goalpost/contract/collection';
import { createCounterMasks, type Found, type Masks } from '../../kit/masking/index.ts';
import { isDeeperThan } from '../../kit/json/json-depth.ts';
import { parsedParams, unwrappedParams } from '../decode/params-text.ts';
import { decodeFormValue } from '../decode/percent.ts';
import type { HitRecord } from '../journal-record.ts';
import type { CounterDirectory } from '../ports.ts';
import type { CounterConfig } from '../state/counter-config.ts';
import { wireRawKey } from './wire-key.ts';

export interface Masking {
  /** The record with what is personal or secret taken out of it; itself where there is none. */
  hit(record: HitRecord, config: CounterConfig): { readonly record: HitRecord; readonly masked: MaskCounts };
  /** An id that does not come with a hit, as those of its parameters are masked [P7]. */
  id(value: string, config: CounterConfig): string;
}

export const NOTHING_MASKED: MaskCounts = Object.freeze({});
const LINK = /(?:^|:)ln:1(?::|$)/;
/** Deeper JSON is not kept as such [W6], and masked as text. */
const DEEPEST = 10;
const MARK_LENGTH = 12;
/** Values of `browser-info` are shorter. */
const ORDINARY = 24;

/** @param secret makes the marks of masked ids, so that no reader can undo them */
export function createMasking(secret: string): Masking {
  const mark = markBy(secret);

  const masksOf = createCounterMasks(mark);

  return {
    id(value, config) {
      const shown = masksOf(config)?.params({ id: value }, () => undefined) as { id: string } | undefined;
      return shown?.id ?? value;
    },
    hit(record, config) {
      const masks = masksOf(config);
      if (masks === null) return { record, masked: NOTHING_MASKED };
      const masked: Partial<Record<keyof MaskCounts, number>> = {};
      const found: Found = (kind) => void (masked[kind] = (masked[kind] ?? 0) + 1);
      const shown = maskedParts(record, masks, found);
      return Object.keys(masked).length === 0
        ? { record, masked: NOTHING_MASKED }
        : { record: { ...record, ...given(shown) }, masked };
    },
  };
}

/** What is masked in it: most hits have nothing, and are not copied. */
function maskedParts({ q, b, r, p, a }: HitRecord, masks: Masks, found: Found) {
  const work: Work = { masks, found, isLink: () => isLink(q) || isLink(b ?? '') };
  const address = (text: string): string => addressOf(text, masks, found);
  return {
    q: pairsOf(q, work),
    // Programs name whom to write to in it.
    a: a.includes('@') ? masks.text(a, found) : a,
    b: b === undefined ? undefined : pairsOf(b, work),
    r: r === undefined ? undefined : address(r),
    p: p === undefined ? undefined : ([address(p[0]), address(p[1])] as const),
  };
}

/** Without the keys that the record does not have. */
const given = (parts: ReturnType<typeof maskedParts>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Partial<HitRecord>;

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

/** @returns masks an id by the settings of its counter [P52] */
export const maskedIdOf =
  ({ id }: Pick<Masking, 'id'>, directory: Pick<CounterDirectory, 'get'>) =>
  (counterId: number, value: string): string => {
    const config = directory.get(counterId);
    return config === undefined ? value : id(value, config);
  };

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

/** Where the title begins: before it stand numbers and short words of the tag's own. */
const TITLE = /(?:^|:|%3A)t(?::|%3A)/i;

function titleOf(raw: string, masks: Masks, found: Found): string {
  const mark = TITLE.exec(raw);
  const from = mark === null ? raw.length : mark.index + mark[0].length;
  const title = raw.slice(from);
  return (
    infoOf(raw.slice(0, from), masks, found) +
    changed(title, masks.mayHoldText(title), (text) => masks.text(text, found))
  );
}

/** An e-mail address, a phone with its plus or a key has no place among them [P48]. */
const ODD_INFO = /[@+]|%(?:25)*(?:40|2B|20)|_live_|_test_|eyJ/i;

function infoOf(raw: string, masks: Masks, found: Found): string {
  if (!ODD_INFO.test(raw)) return raw;
  return changed(raw, true, (info) =>
    info
      .split(':')
      .map((value) =>
        /^[\w.,-]*$/.test(value) && value.length < ORDINARY ? value : masks.text(value, found),
      )
      .join(':'),
  );
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
