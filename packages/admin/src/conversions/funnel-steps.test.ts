import type { ChatFunnel } from '@goalpost/contract/chat';
import { expect, it } from 'vitest';
import { funnelSteps } from './funnel-steps.ts';

const NOW: ChatFunnel = {
  date1: '2026-03-01',
  date2: '2026-03-31',
  currency: 'EUR',
  visitors: 1_000,
  invited: 250,
  conversations: 40,
  conversing: 32,
  goals: 38,
  goal_ids: [1],
  revenue: 150,
  other_revenue: [{ currency: 'RUB', revenue: 410 }],
  revenue_of_all: 600,
  other_revenue_of_all: [{ currency: 'RUB', revenue: 410 }],
};
const NOTHING = {
  ...NOW,
  visitors: 0,
  invited: 0,
  conversations: 0,
  conversing: 0,
  goals: 0,
  revenue: 0,
  revenue_of_all: 0,
};

it('[M20]–[M23] gives each step its share', () => {
  expect(funnelSteps(NOW, undefined).map(({ name, value, share }) => [name, value, share])).toEqual([
    ['visitors', 1_000, null],
    ['invited', 250, 25],
    ['conversations', 40, 3.2],
    ['goals', 38, 95],
    ['revenue', 150, 25],
  ]);
});

it('says whose share it is: 32 of 1,000 visitors wrote, in 40 conversations', () => {
  for (const { name, share, part } of funnelSteps(NOW, undefined)) {
    const whole = { visitors: null, invited: 1_000, conversations: 1_000, goals: 40, revenue: 600 }[name];
    expect([name, share]).toEqual([name, whole === null ? null : (part / whole) * 100]);
  }
});

it('[M34] names beside the revenue, and there alone, what it leaves out', () => {
  expect(funnelSteps(NOW, undefined).map(({ others }) => others)).toEqual([
    [],
    [],
    [],
    [],
    NOW.other_revenue,
  ]);
});

it('[M7] has no share of nothing', () => {
  expect(funnelSteps(NOTHING, undefined).map(({ share }) => share)).toEqual([null, null, null, null, null]);
});

it('says the change where there is something to compare with', () => {
  expect(funnelSteps(NOW, undefined)[0]).toMatchObject({ before: undefined, change: undefined });
  const before = { ...NOW, visitors: 800, revenue: 300, conversing: 30 };
  const [visitors, , , , revenue] = funnelSteps(NOW, before);
  expect(visitors).toMatchObject({ before: 800, change: { kind: 'moved', ratio: 0.25 } });
  expect(revenue).toMatchObject({ before: 300, change: { kind: 'moved', ratio: -0.5 } });
});

it('claims nothing of much money from few visitors', () => {
  const few = { ...NOW, conversing: 3 };
  expect(funnelSteps(NOW, few)[4]?.change).toEqual({ kind: 'few' });
});
