/** Every goal type. A new one is a new file in `types/` and a line here. */
import type { GoalTypeId } from '@goalpost/contract/goals';
import type { GoalType } from './goal-type.ts';
import { action } from './types/action.ts';
import { email } from './types/email.ts';
import { file } from './types/file.ts';
import { messenger } from './types/messenger.ts';
import { number } from './types/number.ts';
import { paymentSystem } from './types/payment_system.ts';
import { phone } from './types/phone.ts';
import { search } from './types/search.ts';
import { social } from './types/social.ts';
import { step } from './types/step.ts';
import { url } from './types/url.ts';
import { visitDuration } from './types/visit_duration.ts';

export const GOAL_TYPES: Readonly<Record<GoalTypeId, GoalType>> = {
  action,
  url,
  email,
  phone,
  messenger,
  social,
  file,
  search,
  payment_system: paymentSystem,
  number,
  visit_duration: visitDuration,
  step,
};
