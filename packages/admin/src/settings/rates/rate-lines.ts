/** Rates as lines of text, one each, such as `USD 2026-03-01 92.5`. Pure. */
import type { Rate } from '@goalpost/contract/reports/rates';

export const printRates = (rates: readonly Rate[]): string =>
  rates.map(({ currency, day, rate }) => `${currency} ${day} ${rate}`).join('\n');

const LINE = /^([A-Za-z]{3})[\s;,]+(\d{4}-\d\d-\d\d)[\s;,]+([\d.]*,?\d+)$/;

export type ReadRates =
  | { readonly rates: Rate[]; readonly lines: readonly number[] }
  /** Number of the first line that is none, from 1. */
  | { readonly wrong: number };

/** @returns rates, and the line of each */
export function readRates(text: string): ReadRates {
  const rates: Rate[] = [];
  const lines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const said = line.trim();
    if (said === '') continue;
    const [, currency = '', day = '', number = ''] = LINE.exec(said) ?? [];
    const rate = Number(number.replace(',', '.'));
    if (currency === '' || !Number.isFinite(rate)) return { wrong: index + 1 };
    rates.push({ currency: currency.toUpperCase(), day, rate });
    lines.push(index + 1);
  }
  return { rates, lines };
}
