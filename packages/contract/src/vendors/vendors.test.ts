/** Every vendor's declaration is whole, and no two take each other's names. */
import { describe, expect, it } from 'vitest';
import { OUTCOME_SUFFIXES, type Outcome } from './outcomes.ts';
import { goalOf, isOutcome, OUTCOME_NAMES, tellings, VENDORS, vendorOf } from './index.ts';

it('there are at least thirty, each once', () => {
  expect(VENDORS.length).toBeGreaterThanOrEqual(30);
  for (const key of ['id', 'name', 'prefix'] as const)
    expect(new Set(VENDORS.map((vendor) => vendor[key])).size).toBe(VENDORS.length);
});

describe.each(VENDORS)('$id', (vendor) => {
  it('can be seen, and its rows can be heard', () => {
    const { seen, listens, prefix, id } = vendor;
    expect([...(seen.globals ?? []), ...(seen.scripts ?? []), seen.elements ?? ''].join('')).not.toBe('');
    expect(prefix).toMatch(/^[A-Z][A-Za-z0-9]+$/);
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    for (const { rows } of listens) expect(rows.length).toBeGreaterThan(0);
    for (const part of seen.scripts ?? []) expect(part.length, part).toBeGreaterThanOrEqual(8);
  });
  it('[C98] names its goals as identifiers may be named', () => {
    for (const outcome of OUTCOME_NAMES) expect(goalOf(vendor, outcome)).toMatch(/^[\w-]+$/);
  });
  it('[C98] names what its page tells by prefix and ending, as the tag does', () => {
    const heard = vendor.listens.length === 0 ? [] : Object.keys(tellings(vendor));
    for (const outcome of heard as Outcome[])
      expect(goalOf(vendor, outcome)).toBe(`${vendor.prefix}_${OUTCOME_SUFFIXES[outcome]}`);
  });
  it('[C101] says "either" only where nothing tells an operator from a rule', () => {
    const signals = vendor.listens.flatMap(({ rows }) => rows.map(([, signal]) => signal));
    const told = tellings(vendor);
    if (told.invited === 'either')
      expect(signals.some((one) => one === 'agent' || one === 'answered')).toBe(true);
    if (told.operator === 'order') expect(signals).toContain('manual');
    for (const signal of signals) if (isOutcome(signal)) expect(told[signal]).toBeDefined();
  });
});

it('a name that is none is no vendor', () => {
  expect(vendorOf('constructor')).toBeUndefined();
});
