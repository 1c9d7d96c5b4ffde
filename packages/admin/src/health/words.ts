/** Reasons of refusals and kinds of hits in words. */
import type { HitNote } from '@goalpost/contract/collection';
import { useTranslation } from 'react-i18next';

const REASONS = [
  'unknown_counter',
  'deleted_counter',
  'not_a_number',
  'method',
  'too_large',
  'callback',
  'origin',
  'no_consent',
  'own_visit',
  'malformed',
  'unavailable',
  'busy',
  'webhook',
] as const;
const KINDS = [
  'view',
  'event',
  'form',
  'button',
  'contact',
  'engagement',
  'link',
  'download',
  'params',
  'notbounce',
] as const;

/** Notes that say what of a stored hit is missing [W10]; robots and duplicates have figures of their own. */
export const ODDITIES = [
  'price',
  'params',
  'url_cut',
  'masked',
  'unchecked',
  'unmatched',
  'chat_object',
  'chat_origin',
  'chat_value',
] as const satisfies readonly HitNote[];

export interface RefusalWords {
  readonly why: string;
  readonly todo: string;
}

export function useRefusal(): (reason: string) => RefusalWords {
  const { t } = useTranslation();
  return (reason) => {
    const known = REASONS.find((one) => one === reason) ?? 'other';
    const why =
      known === 'other' ? t('health.refusals.other.why', { reason }) : t(`health.refusals.${known}.why`);
    return { why, todo: t(`health.refusals.${known}.todo`) };
  };
}

export function useOddity(): (note: (typeof ODDITIES)[number]) => RefusalWords {
  const { t } = useTranslation();
  return (note) => ({ why: t(`health.notes.${note}.why`), todo: t(`health.notes.${note}.todo`) });
}

export function useHitKind(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => t(`health.kinds.${KINDS.find((one) => one === kind) ?? 'other'}`);
}
