/** What the picker on the page may ask: no caller is signed in there, its link tells [G76]. */
import { GoalInput, MAX_PRICE_PLACE, plainPricePlace, pricePlaceFault } from '@goalpost/contract/goals';
import {
  PICKER_LANGUAGES,
  type PickerAnswer,
  type PickerLanguage,
  type PickerQuestion,
  type PickerStart,
} from '@goalpost/contract/picker';
import { AskedByPicker, PREVIEW_DAYS, type PickedGoal } from '@goalpost/contract/workbench';
import { LRUCache } from 'lru-cache';
import { readPriceText } from '../../collect/index.ts';
import type { CounterStore } from '../../counters/index.ts';
import { faultWords } from '../../goals/index.ts';
import type { Clock } from '../../kit/clock.ts';
import { isProblem } from '../../kit/problem.ts';
import type { PreviewGoal } from '../preview/previews.ts';
import type { PickerLinks } from './links.ts';

export interface Picker {
  /** @param languages what the browser asks for, where the link does not say it */
  begin(counterId: number, token: string, languages: string): PickerStart;
  /** @param question JSON, as the page sent it */
  answer(counterId: number, token: string, question: string, signal: AbortSignal): Promise<PickerAnswer>;
  /** What was chosen last by this link. */
  chosen(token: string): PickedGoal | null;
}

export interface PickerDeps {
  readonly links: PickerLinks;
  readonly previewGoal: PreviewGoal;
  readonly counters: Pick<CounterStore, 'get'>;
  readonly clock: Clock;
}

/** Links that stand with their choice; of more, the one that was used longest ago goes. */
const MOST_CHOICES = 1_000;
const MAX_QUESTION = 4_000;

export function createPicker({ links, previewGoal, counters, clock }: PickerDeps): Picker {
  const choices = new LRUCache<string, PickedGoal>({ max: MOST_CHOICES });
  /** As a reach would be worth it; empty: not understood, or nothing. */
  async function readAs(counterId: number, language: PickerLanguage, text: string): Promise<string> {
    const own = (await counters.get(counterId))?.currency ?? '';
    const price = readPriceText(text, own);
    if (price === null) return '';
    return new Intl.NumberFormat(language, { style: 'currency', currency: price.currency }).format(
      price.amount,
    );
  }
  return {
    begin(counterId, token, languages) {
      const link = links.read(token, counterId, clock.now());
      if (typeof link !== 'string') return { type: link.type, lang: link.lang, refused: null };
      const lang = PICKER_LANGUAGES.find((one) => languages.toLowerCase().startsWith(one)) ?? 'en';
      return { type: 'button', lang, refused: link };
    },
    async answer(counterId, token, question, signal) {
      const link = links.read(token, counterId, clock.now());
      if (typeof link === 'string') return { error: `The link is not taken: ${link}.` };
      const asked = readQuestion(question);
      if (asked === null) return { error: 'The question cannot be read.' };
      if ('place' in asked) {
        if (link.type !== 'price') return { error: 'The link picks no price.' };
        const place = plainPricePlace(asked.place);
        const fault = pricePlaceFault(place);
        if (fault !== null)
          return { error: faultWords({ code: fault, values: { max: MAX_PRICE_PLACE }, location: '' }) };
        if (asked.do === 'read') return { read: await readAs(counterId, link.lang, asked.text) };
        choices.set(token, { type: link.type, conditions: [], price_place: place });
        return { used: true };
      }
      if (link.type === 'price') return { error: 'The link picks prices alone.' };
      const goal = { type: link.type, conditions: [...asked.conditions] };
      if (asked.do === 'use') {
        choices.set(token, goal);
        return { used: true };
      }
      const input = GoalInput.parse({ name: 'Picked', ...goal });
      const found = await previewGoal(token, counterId, { goal: input, days: PREVIEW_DAYS }, signal);
      if (isProblem(found)) return { error: found.items[0].message };
      return { count: found.count, days: PREVIEW_DAYS, sampled: found.sampled };
    },
    chosen: (token) => choices.get(token) ?? null,
  };
}

function readQuestion(text: string): PickerQuestion | null {
  if (text.length > MAX_QUESTION) return null;
  try {
    return AskedByPicker.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
