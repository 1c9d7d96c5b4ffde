/** Automatic goals of what visitors do on any site [G42]. What they count is what their goal types count. */
import { descriptorOf, type Condition } from '@goalpost/contract/goals';
import type { GoalFact } from '../fact.ts';
import type { GoalType } from '../goal-type.ts';
import { buttonGoal } from '../types/button.ts';
import { contactData } from '../types/contact_data.ts';
import { contactDataSent } from '../types/contact_data_sent.ts';
import { email } from '../types/email.ts';
import { file } from '../types/file.ts';
import { formGoal } from '../types/form.ts';
import { messenger } from '../types/messenger.ts';
import { paymentSystem } from '../types/payment_system.ts';
import { phone } from '../types/phone.ts';
import { search } from '../types/search.ts';
import { social } from '../types/social.ts';
import { COMMERCE_ENTRIES } from './commerce.ts';
import type { CatalogueEntry } from './entry.ts';

function behaviour(type: GoalType, en: string, ru: string, condition?: Condition): CatalogueEntry {
  const conditions: CatalogueEntry['conditions'] = condition === undefined ? [] : [condition];
  const matcher = type.compile({ conditions, steps: [] });
  const same = ({ goal }: GoalType['examples'][number]) =>
    goal.conditions.length === conditions.length && goal.conditions[0]?.type === condition?.type;
  const shown = type.examples.filter(same);
  return {
    id: type.id,
    names: { en: `Auto-goal: ${en}`, ru: `Автоцель: ${ru}` },
    facts: descriptorOf(type.id).facts,
    recognise: (subject) => matcher.match(subject, 0, null).reached.length > 0,
    type: type.id,
    conditions,
    examples: {
      yes: shown.flatMap(({ yes }) => yes).filter(isOneHit),
      no: shown.flatMap(({ no }) => no).filter(isOneHit),
    },
  };
}

type Hits = GoalType['examples'][number]['yes'][number];
const isOneHit = (hits: Hits): hits is Extract<Hits, GoalFact> => !Array.isArray(hits);

export const BEHAVIOURS: readonly CatalogueEntry[] = [
  behaviour(phone, 'click on phone number', 'клик по номеру телефона'),
  behaviour(email, 'click on email', 'клик по email'),
  behaviour(messenger, 'click to messenger', 'переход в мессенджер'),
  behaviour(social, 'click to social network', 'переход в соц.сеть', { type: 'all_social', url: '' }),
  behaviour(file, 'file download', 'скачивание файла', { type: 'all_files', url: '' }),
  behaviour(search, 'site search', 'поиск по сайту'),
  behaviour(paymentSystem, 'return from payment system', 'возврат с платёжной системы'),
  behaviour(formGoal, 'form submission', 'отправка формы'),
  behaviour(buttonGoal, 'button click', 'клик по кнопке'),
  behaviour(contactData, 'filled in contact data', 'заполнил контактные данные'),
  behaviour(contactDataSent, 'sent contact data', 'отправил контактные данные'),
];

/** Whether the goal is, or was made as, one of these. */
const IDS: ReadonlySet<string> = new Set([...BEHAVIOURS, ...COMMERCE_ENTRIES].map(({ id }) => id));
export function isBehaviour(autoEntry: string | null): boolean {
  return autoEntry !== null && IDS.has(autoEntry);
}
