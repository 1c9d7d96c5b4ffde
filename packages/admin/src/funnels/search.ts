/** A funnel as the screen's address holds it. Read leniently, and pure. */
import type { FunnelScope } from '@goalpost/contract/reports/funnels';

export const STEP_TYPES = ['page', 'event', 'goal', 'chat', 'download'] as const;
export type StepType = (typeof STEP_TYPES)[number];
export const MATCHES = ['is', 'starts', 'contains'] as const;
export type Match = (typeof MATCHES)[number];
export const WINDOWS = ['1h', '1d', '7d', '30d', '90d'] as const;
export const MOST_STEPS = 10;

export interface DraftStep {
  readonly type: StepType;
  /** An address, a name, the number of a goal, or how a conversation began; empty: any. */
  readonly value?: string;
  readonly match?: Match;
  readonly directly?: boolean;
}

export interface FunnelSearch {
  /** A JSON list: the address carries texts alone. */
  readonly steps?: string | undefined;
  readonly whose?: FunnelScope | undefined;
  readonly window?: string | undefined;
  /** A saved segment to compare with. */
  readonly beside?: string | undefined;
  /** Whose people are listed: the step, from 1. */
  readonly lost?: string | undefined;
}

export const known = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value);

export function readStep(value: unknown): DraftStep | null {
  const step = (typeof value === 'object' ? value : null) as Record<string, unknown> | null;
  const type = known(STEP_TYPES, step?.['type']);
  if (step === null || type === undefined) return null;
  const match = known(MATCHES, step['match']);
  const { value: given } = step;
  const isText = typeof given === 'string' || typeof given === 'number';
  return {
    type,
    ...(isText ? { value: String(given).slice(0, 1_000) } : {}),
    ...(match === undefined ? {} : { match }),
    ...(step['directly'] === true ? { directly: true } : {}),
  };
}

const MAX_STEPS_TEXT = 12_000;

/** Steps of the address, those that are none left out. */
export function readSteps(text: string | undefined): readonly DraftStep[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.slice(0, MOST_STEPS).flatMap((one) => readStep(one) ?? []) : [];
  } catch {
    return [];
  }
}

export function readFunnelSearch(search: Record<string, unknown>): FunnelSearch {
  const { steps, window, beside } = search;
  const lost = Number(search['lost']);
  const read: FunnelSearch = {
    steps:
      typeof steps === 'string' && steps.length <= MAX_STEPS_TEXT && readSteps(steps).length > 0
        ? steps
        : undefined,
    whose: search['whose'] === 'visit' ? 'visit' : undefined,
    window: known(WINDOWS, window),
    beside: /^[1-9]\d{0,9}$/.test(String(beside)) ? String(beside) : undefined,
    lost: Number.isInteger(lost) && lost >= 1 && lost < MOST_STEPS ? String(lost) : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
