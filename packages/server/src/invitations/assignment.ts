/** Which variant of a rule a visitor gets, or none: always the same one [C43]. */
import { createHash } from 'node:crypto';
import type { InvitationRule } from '@goalpost/contract/chat';

export interface Assignment {
  /** Index into the rule's texts. */
  readonly variant: number;
  readonly control: boolean;
}

const WHOLE = 2 ** 32;

/** A share of the digest decides control or not, another share the variant, so that one says nothing of the other. */
export function assign(
  visitor: string,
  rule: Pick<InvitationRule, 'id' | 'controlPercent' | 'texts'>,
): Assignment {
  const digest = createHash('sha256').update(`${rule.id}:${visitor}`).digest();
  const control = (digest.readUInt32LE(0) / WHOLE) * 100 < rule.controlPercent;
  const variant = Math.floor((digest.readUInt32LE(4) / WHOLE) * rule.texts.length);
  return { variant, control };
}
