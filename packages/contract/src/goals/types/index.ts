/** Every goal type, in the order of the form. A new one is a file here, a line here, and what `check` asks for. */
import type {
  ConditionsField,
  FlagField,
  GoalField,
  GoalTypeDescriptor,
  PartDescriptor,
  PartsField,
  StepsField,
  WholeField,
} from '../descriptor.ts';
import { PART_DESCRIPTORS } from '../parts/index.ts';
import { action } from './action.ts';
import { beginCheckout } from './a_begin_checkout.ts';
import { createOrder } from './a_create_order.ts';
import { purchaseFound } from './a_purchase.ts';
import { activeTime } from './active_time.ts';
import { button } from './button.ts';
import { call } from './call.ts';
import { cdpOrderCancelled } from './cdp_order_cancelled.ts';
import { cdpOrderInProgress } from './cdp_order_in_progress.ts';
import { cdpOrderPaid } from './cdp_order_paid.ts';
import { cdpOrderSpam } from './cdp_order_spam.ts';
import { chat } from './chat.ts';
import { conditionalCall } from './conditional_call.ts';
import { contactData } from './contact_data.ts';
import { contactDataSent } from './contact_data_sent.ts';
import { cartGoal } from './e_cart.ts';
import { purchaseGoal } from './e_purchase.ts';
import { email } from './email.ts';
import { file } from './file.ts';
import { form } from './form.ts';
import { messenger } from './messenger.ts';
import { multi } from './multi.ts';
import { number } from './number.ts';
import { params } from './params.ts';
import { paymentSystem } from './payment_system.ts';
import { phone } from './phone.ts';
import { scroll } from './scroll.ts';
import { search } from './search.ts';
import { social } from './social.ts';
import { step } from './step.ts';
import { url } from './url.ts';
import { visitDuration } from './visit_duration.ts';

export const GOAL_DESCRIPTORS = [
  action,
  url,
  params,
  search,
  paymentSystem,
  step,
  multi,
  email,
  phone,
  messenger,
  social,
  file,
  button,
  form,
  contactData,
  contactDataSent,
  cartGoal,
  beginCheckout,
  createOrder,
  purchaseGoal,
  purchaseFound,
  number,
  visitDuration,
  scroll,
  activeTime,
  call,
  conditionalCall,
  chat,
  cdpOrderInProgress,
  cdpOrderPaid,
  cdpOrderCancelled,
  cdpOrderSpam,
] as const;

type Descriptor = (typeof GOAL_DESCRIPTORS)[number];
/** With the conditions that are no goals of their own. */
type AnyDescriptor = Descriptor | (typeof PART_DESCRIPTORS)[number];
type FieldOf<D extends AnyDescriptor> = D['fields'][number];
/** Ids of the types that have a field of a kind. */
type With<Kind, D extends AnyDescriptor = AnyDescriptor> = D extends AnyDescriptor
  ? Extract<FieldOf<D>, { kind: Kind }> extends never
    ? never
    : D['id']
  : never;

export type GoalTypeName = Descriptor['id'];
export type ConditionTypeName = With<'conditions'>;
export type StepTypeName = Extract<FieldOf<Descriptor>, StepsField>['types'][number];
export type PartTypeName = Extract<FieldOf<Descriptor>, PartsField>['types'][number];
export type WholeFieldName = Extract<FieldOf<AnyDescriptor>, WholeField>['name'];
export type FlagFieldName = Extract<FieldOf<AnyDescriptor>, FlagField>['name'];
/** A type, or a condition of a goal of several that is none by itself. */
export type AnyTypeName = GoalTypeName | PartTypeName;
/** Names of what goals have beside conditions and steps, as the API has them. */
export type OwnFieldName = WholeFieldName | FlagFieldName;
export type OwnFields = Readonly<Partial<Record<OwnFieldName, number>>>;
/** The same as they are sent, of whatever type. */
export type OwnValues = Readonly<Partial<Record<OwnFieldName, number | undefined>>>;

/** Types that a step can have. */
export const STEP_TYPES: readonly StepTypeName[] = step.fields[0].types;

/** Types that a part of a goal of several conditions can have. */
export const PART_TYPES: readonly PartTypeName[] = multi.fields[0].types;

const BY_ID: ReadonlyMap<string, PartDescriptor> = new Map(
  [...GOAL_DESCRIPTORS, ...PART_DESCRIPTORS].map((descriptor) => [descriptor.id, descriptor]),
);

export function descriptorOf(id: GoalTypeName): GoalTypeDescriptor;
export function descriptorOf(id: AnyTypeName): PartDescriptor;
export function descriptorOf(id: AnyTypeName): PartDescriptor {
  return BY_ID.get(id) as PartDescriptor;
}

/** No hit reaches it: uploads do [G81]. */
export const isUploaded = (id: GoalTypeName): boolean => descriptorOf(id).facts.length === 0;

export function conditionsFieldOf(id: AnyTypeName): ConditionsField | undefined {
  return descriptorOf(id).fields.find((field) => field.kind === 'conditions');
}

export type NamedWhole = WholeField & { readonly name: WholeFieldName };
type NamedFlag = FlagField & { readonly name: FlagFieldName };
type NamedOwn = NamedWhole | NamedFlag;

const isOwn = (field: GoalField): field is NamedOwn => field.kind === 'whole' || field.kind === 'flag';

export function wholeFieldsOf(id: AnyTypeName): readonly NamedWhole[] {
  return descriptorOf(id).fields.filter((field): field is NamedWhole => field.kind === 'whole');
}

export function flagFieldsOf(id: AnyTypeName): readonly NamedFlag[] {
  return descriptorOf(id).fields.filter((field): field is NamedFlag => field.kind === 'flag');
}

/** Of all types; types may share a name, with bounds of their own. */
export const OWN_FIELDS: readonly NamedOwn[] = [...GOAL_DESCRIPTORS, ...PART_DESCRIPTORS].flatMap(({ id }) =>
  descriptorOf(id).fields.filter(isOwn),
);

/** Of what is given under the names of all types' fields, that which the type has; a flag not given is 0. */
export function ownFieldsOf(id: AnyTypeName, given: OwnValues): OwnFields {
  const own: Partial<Record<OwnFieldName, number>> = {};
  for (const { kind, name } of descriptorOf(id).fields.filter(isOwn)) {
    const value = given[name] ?? (kind === 'flag' ? 0 : undefined);
    if (value !== undefined) own[name] = value;
  }
  return own;
}
