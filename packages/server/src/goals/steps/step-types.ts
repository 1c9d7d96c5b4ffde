/** Goal types that one hit reaches, which a step of a multi-step goal can have too [G2]. */
import type { StepTypeName } from '@goalpost/contract/goals';
import type { GoalType } from '../goal-type.ts';
import { action } from '../types/action.ts';
import { beginCheckout } from '../types/a_begin_checkout.ts';
import { createOrder } from '../types/a_create_order.ts';
import { purchaseFound } from '../types/a_purchase.ts';
import { buttonGoal } from '../types/button.ts';
import { contactData } from '../types/contact_data.ts';
import { contactDataSent } from '../types/contact_data_sent.ts';
import { cartGoal } from '../types/e_cart.ts';
import { purchaseGoal } from '../types/e_purchase.ts';
import { email } from '../types/email.ts';
import { file } from '../types/file.ts';
import { formGoal } from '../types/form.ts';
import { messenger } from '../types/messenger.ts';
import { params } from '../types/params.ts';
import { paymentSystem } from '../types/payment_system.ts';
import { phone } from '../types/phone.ts';
import { search } from '../types/search.ts';
import { social } from '../types/social.ts';
import { url } from '../types/url.ts';

export const STEP_GOAL_TYPES: Readonly<Record<StepTypeName, GoalType>> = {
  action,
  url,
  email,
  phone,
  messenger,
  social,
  file,
  search,
  payment_system: paymentSystem,
  form: formGoal,
  button: buttonGoal,
  contact_data: contactData,
  contact_data_sent: contactDataSent,
  params,
  e_cart: cartGoal,
  e_purchase: purchaseGoal,
  a_begin_checkout: beginCheckout,
  a_create_order: createOrder,
  a_purchase: purchaseFound,
};
