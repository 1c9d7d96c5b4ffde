/** What a browser says that a page's policy has blocked, without anything secret of its addresses. Pure. */
import { z } from 'zod';
import { belowBase } from '../../kit/base-path/base-path.ts';

/** Texts are shown to the owner; a stranger can write all of them. */
export interface BlockedThing {
  /** Of the policy, such as `script-src-elem`. */
  readonly directive: string;
  /** An origin, a scheme, or a word such as `inline`. */
  readonly blocked: string;
  /** Path of the page. */
  readonly page: string;
}

const Text = z.string().max(4_096);
const Report = z.object({
  'csp-report': z.object({
    'document-uri': Text,
    'effective-directive': Text.optional(),
    'violated-directive': Text.optional(),
    'blocked-uri': Text.optional(),
  }),
});

const MAX_TEXT = 100;
const DIRECTIVE = /^[a-z-]{1,40}$/;

/**
 * @param base path below which the pages lie
 * @returns null where it is no such report
 */
export function readReport(body: unknown, base = ''): BlockedThing | null {
  const parsed = Report.safeParse(body);
  if (!parsed.success) return null;
  const report = parsed.data['csp-report'];
  const named = report['effective-directive'] ?? report['violated-directive'] ?? '';
  const [directive = ''] = named.trim().split(/\s/, 1);
  const page = pathOf(report['document-uri'], base);
  if (!DIRECTIVE.test(directive) || page === null) return null;
  return { directive, blocked: blockedOf(report['blocked-uri'] ?? ''), page };
}

/** Links that open something once stand in addresses: what follows the path, and the token of a shared link, go. */
function pathOf(address: string, base: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, pathname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return belowBase(base, pathname)
    .replace(/^\/s\/.*/, '/s/…')
    .slice(0, MAX_TEXT);
}

function blockedOf(text: string): string {
  if (/^[a-z-]{1,30}$/.test(text)) return text;
  if (!URL.canParse(text)) return 'unknown';
  const { origin, protocol } = new URL(text);
  return (origin === 'null' ? protocol : origin).slice(0, MAX_TEXT);
}
