/** Columns and boxes of a flow in words. */
import type { TFunction } from 'i18next';
import type { Box } from './flow.ts';

export function placeName(t: TFunction, place: number): string {
  if (place === 0) return t('journeys.here');
  return t(place < 0 ? 'journeys.before' : 'journeys.after', { count: Math.abs(place) });
}

/** @param about what the journeys are about, in words */
export function boxName(t: TFunction, box: Box, place: number, about: string): string {
  switch (box.kind) {
    case 'about':
      return about;
    case 'other':
      return t('journeys.other');
    case 'none':
      return t(place < 0 ? 'journeys.began' : 'journeys.ended');
    default:
      return box.name;
  }
}
