/** Every goal type. A new one is a new file in `types/` and a line here, or in `steps/step-types.ts` if a step can have it. */
import type { GoalTypeId } from '@goalpost/contract/goals';
import type { GoalType } from './goal-type.ts';
import { STEP_GOAL_TYPES } from './steps/step-types.ts';
import { activeTime } from './types/active_time.ts';
import { call } from './types/call.ts';
import { cdpOrderCancelled } from './types/cdp_order_cancelled.ts';
import { cdpOrderInProgress } from './types/cdp_order_in_progress.ts';
import { cdpOrderPaid } from './types/cdp_order_paid.ts';
import { cdpOrderSpam } from './types/cdp_order_spam.ts';
import { chat } from './types/chat.ts';
import { conditionalCall } from './types/conditional_call.ts';
import { multi } from './types/multi.ts';
import { number } from './types/number.ts';
import { scroll } from './types/scroll.ts';
import { step } from './types/step.ts';
import { visitDuration } from './types/visit_duration.ts';

export const GOAL_TYPES: Readonly<Record<GoalTypeId, GoalType>> = {
  ...STEP_GOAL_TYPES,
  number,
  visit_duration: visitDuration,
  scroll,
  active_time: activeTime,
  step,
  multi,
  call,
  conditional_call: conditionalCall,
  chat,
  cdp_order_in_progress: cdpOrderInProgress,
  cdp_order_paid: cdpOrderPaid,
  cdp_order_cancelled: cdpOrderCancelled,
  cdp_order_spam: cdpOrderSpam,
};
