/** From lines and the people who were found for them to what is stored. Pure. */
import type { UploadType } from '@goalpost/contract/management';
import { amountOf } from '../../collect/index.ts';
import type { FoundPerson, UploadedCall, UploadedFact, UploadedReach } from './port.ts';
import type { UploadedLine } from './read-upload.ts';
import type { GoalsOfLine } from './goals-of-line.ts';

export interface FactsOfLines {
  readonly reaches: readonly UploadedReach[];
  readonly calls: readonly (UploadedFact & UploadedCall)[];
  /** Lines: with a visit; with a visitor alone; with neither; with one, and no goal. */
  readonly linked: number;
  readonly ofVisitors: number;
  readonly unknown: number;
  readonly goalless: number;
  /** Of each line that reaches no goal. */
  readonly unmet: readonly string[];
}

export function factsOf(
  type: UploadType,
  lines: readonly UploadedLine[],
  found: readonly (FoundPerson | null)[],
  {
    goalsOf,
    currency,
    mask,
  }: { readonly goalsOf: GoalsOfLine; readonly currency: string; mask(text: string): string },
): FactsOfLines {
  const reaches: UploadedReach[] = [];
  const calls: (UploadedFact & UploadedCall)[] = [];
  const unmet: string[] = [];
  const counts = { linked: 0, ofVisitors: 0, unknown: 0, goalless: 0 };
  for (const [place, line] of lines.entries()) {
    const person = found[place] ?? null;
    if (person === null) counts.unknown += 1;
    else if (person.visit === null) counts.ofVisitors += 1;
    else counts.linked += 1;
    const goals = goalsOf(line);
    if (goals.length === 0 && line.target !== null) unmet.push(mask(line.target));
    if (person === null) continue;
    if (goals.length === 0) counts.goalless += 1;
    const { at, price } = line;
    const key = JSON.stringify([type, person.visitor, at, line.key]);
    const fact = (usual: number): UploadedFact => {
      const { amount, currency: of } = amountOf(price, currency, usual);
      return { ...person, key, at, price: amount, currency: of };
    };
    if (line.call !== undefined) calls.push({ ...fact(0), ...line.call, tag: mask(line.call.tag) });
    for (const { id, defaultPrice } of goals) reaches.push({ ...fact(defaultPrice), goalId: id });
  }
  return { reaches, calls, unmet, ...counts };
}
