import { expect, it } from 'vitest';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** Every list that can be empty: what stands in its place, or, with `button`, stands beside what is to be done. */
const EMPTY_LISTS = [
  ['counters.emptyTitle', 'button'],
  ['goals.emptyTitle', 'button'],
  ['goals.deletedText', 'sentence'],
  ['find.nothing', 'sentences'],
  ['account.empty', 'sentences'],
  ['audit.emptyText', 'sentence'],
  ['audit.nothingText', 'sentence'],
  ['report.noGoals', 'sentences'],
  ['report.emptyText', 'sentence'],
  ['conversions.noBreakdown', 'sentences'],
  ['overview.noGoals', 'sentences'],
  ['health.noHits', 'sentences'],
  ['chat.inbox.empty.never', 'button'],
  ['chat.composer.noCanned', 'sentences'],
  ['chat.composer.neverCanned', 'button'],
  ['chat.users.noneFound', 'button'],
  ['chat.webhooks.logEmpty', 'sentences'],
  ['chat.webhooks.noneText', 'button'],
] as const;

const textAt = (catalogue: object, path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], catalogue);

it.each(EMPTY_LISTS)('an empty list says why it is empty and what to do next: %s', (path, next) => {
  for (const catalogue of [en, ru]) {
    const text = textAt(catalogue, path);
    expect(typeof text, path).toBe('string');
    if (next === 'sentences') expect(String(text), path).toMatch(/[.?] .+[.?]$/s);
  }
});
