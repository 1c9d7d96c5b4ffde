/** Masks an address piece by piece, so that what is not personal stays as it was sent [P7]. */
import { decoded, escaped, undone } from './escapes.ts';
import { JSON_TEXT, maskLoosely } from './loose.ts';
import type { MaskRules } from './rules.ts';
import { ALL, CLICK_ID, MASK, SPARED, type Found, type Wanted } from './shapes.ts';

/** @param contact the address is a link of the page's own, such as `tel:` */
export type MaskAddress = (address: string, found: Found, contact?: boolean) => string;

/** An address within an address within an address; what is deeper is read as text. */
const DEEPEST = 3;
/** Nothing that is masked by its shape is shorter. */
const SHORTEST = 5;
const SCHEME = /^[a-z][a-z\d+.-]*:(?:\/\/)?/i;
const WRITES_TO = /^(?:tel|mailto|sms|callto|skype|viber|whatsapp|tg|max):/i;
const MESSENGER =
  /^https?:\/\/(?:wa\.me|api\.whatsapp\.com|web\.whatsapp\.com|t\.me|viber\.me|chats\.viber\.com|vk\.me|m\.me|max\.ru)\//i;
const USER_INFO = /^[^/?#@]*@/;
const HOST = /^[^/?#]*/;
const ENTITY_AT = /&(?:#64|#x40|commat);/gi;
const ENTITY_DOT = /&(?:#46|#x2e|period);/gi;

export function createAddressMask(rules: MaskRules): MaskAddress {
  function address(text: string, found: Found, depth: number): string {
    const hash = text.indexOf('#');
    const body = hash === -1 ? text : text.slice(0, hash);
    const mark = body.indexOf('?');
    const before = path(mark === -1 ? body : body.slice(0, mark), found, depth);
    const query = mark === -1 ? '' : `?${pairs(body.slice(mark + 1), found, depth)}`;
    const tail = hash === -1 ? '' : `#${fragment(text.slice(hash + 1), found, depth)}`;
    return before + query + tail;
  }

  function fragment(text: string, found: Found, depth: number): string {
    if (/[?/]/.test(text)) return address(text, found, depth);
    return text.includes('=') ? pairs(text, found, depth) : piece(text, found, ALL);
  }

  function path(text: string, found: Found, depth: number): string {
    const scheme = SCHEME.exec(text)?.[0] ?? '';
    if (scheme === '')
      return depth > 0 && text.includes('=') ? pairs(text, found, depth) : segments(text, found);
    const rest = text.slice(scheme.length);
    if (!scheme.endsWith('//')) return scheme + segments(rest, found);
    const user = USER_INFO.exec(rest)?.[0] ?? '';
    if (user !== '') found('token');
    const host = HOST.exec(rest.slice(user.length))?.[0] ?? '';
    return scheme + host + segments(rest.slice(user.length + host.length), found);
  }

  const segments = (text: string, found: Found): string =>
    text
      .split('/')
      .map((segment) =>
        segment.includes(';') && segment.includes('=')
          ? segment
              .split(';')
              .map((part) => (part.includes('=') ? pair(part, found, DEEPEST) : piece(part, found, ALL)))
              .join(';')
          : piece(segment, found, ALL),
      )
      .join('/');

  const pairs = (text: string, found: Found, depth: number): string =>
    text
      .split('&')
      .map((part) => pair(part, found, depth))
      .join('&');

  function pair(text: string, found: Found, depth: number): string {
    const equals = text.indexOf('=');
    if (equals === -1) return piece(text, found, ALL);
    const name = text.slice(0, equals);
    const value = text.slice(equals + 1);
    const role = rules.role(decoded(name));
    const shown = `${piece(name, found, ALL)}=`;
    switch (role) {
      case 'keep':
        return shown + value;
      case 'click':
        return shown + piece(value, found, CLICK_ID);
      case 'mark':
        return shown + openstat(value, found);
      case 'campaign':
      case 'id':
        return shown + piece(value, found, SPARED);
      case null:
        return shown + nested(value, found, depth);
      default:
        if (value === '' || value === MASK[role]) return shown + value;
        found(role);
        return shown + MASK[role];
    }
  }

  /** A value may be an address itself, as that of `redirect` is. */
  function nested(value: string, found: Found, depth: number): string {
    // A sign written as an entity of HTML parts nothing [P39].
    const signs = decoded(value).replaceAll(ENTITY_AT, '@');
    const plain = signs.includes('@') ? signs.replaceAll(ENTITY_DOT, '.') : signs;
    if (JSON_TEXT.test(plain)) {
      const masked = maskLoosely(rules, plain, found);
      return masked === plain ? value : escaped(masked, value);
    }
    if (depth >= DEEPEST || !/[?&=/#]/.test(plain)) return piece(value, found, ALL);
    const masked = address(plain, found, depth + 1);
    return masked === plain ? value : encodeURIComponent(masked.toWellFormed()).replaceAll('%20', '+');
  }

  /** Written plainly it counts the same as in base64. */
  function openstat(value: string, found: Found): string {
    const plain = decoded(value);
    if (plain.includes(';')) return piece(value, found, SPARED);
    const text = Buffer.from(plain, 'base64').toString('utf8');
    const masked = text.includes(';') ? rules.shapes(text, found, SPARED) : text;
    return masked === text ? piece(value, found, SPARED) : encodeURIComponent(masked);
  }

  function piece(text: string, found: Found, wanted: Wanted): string {
    if (text.length < SHORTEST) return text;
    const plain = decoded(text);
    const masked = rules.shapes(plain, found, wanted);
    if (masked !== plain) return escaped(masked, text);
    // Escaped more than once: all layers are undone, and only for looking.
    const bare = undone(plain);
    if (bare === plain) return text;
    const shown = rules.shapes(bare, found, wanted);
    return shown === bare ? text : escaped(shown, text);
  }

  return (text, found, contact = false) => {
    if (!contact || !(WRITES_TO.test(text) || MESSENGER.test(text))) return address(text, found, 0);
    return contactAddress(text, found);
  };

  /** The number or address that the page publishes stays; cards and secrets do not. */
  function contactAddress(text: string, found: Found): string {
    const mark = text.indexOf('?');
    if (mark === -1) return text;
    const query = text
      .slice(mark + 1)
      .split('&')
      .map((part) => (/^(?:phone|number|to|chat|domain)=/i.test(part) ? part : pair(part, found, 0)));
    return `${text.slice(0, mark)}?${query.join('&')}`;
  }
}
