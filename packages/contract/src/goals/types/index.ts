/** Every goal type, in the order of the form. A new one is a file here, a line here, and what `check` asks for. */
import type { ConditionsField, GoalTypeDescriptor, StepsField, WholeField } from '../descriptor.ts';
import { action } from './action.ts';
import { number } from './number.ts';
import { step } from './step.ts';
import { url } from './url.ts';

export const GOAL_DESCRIPTORS = [action, url, number, step] as const;

type Descriptor = (typeof GOAL_DESCRIPTORS)[number];
type FieldOf<D extends Descriptor> = D['fields'][number];
/** Ids of the types that have a field of a kind. */
type With<Kind, D extends Descriptor = Descriptor> = D extends Descriptor
  ? Extract<FieldOf<D>, { kind: Kind }> extends never
    ? never
    : D['id']
  : never;

export type GoalTypeName = Descriptor['id'];
export type ConditionTypeName = With<'conditions'>;
export type StepTypeName = Extract<FieldOf<Descriptor>, StepsField>['types'][number];
export type WholeFieldName = Extract<FieldOf<Descriptor>, WholeField>['name'];
/** What goals have beside conditions and steps, under the API's names. */
export type OwnFields = Readonly<Partial<Record<WholeFieldName, number>>>;
/** The same as they are sent, of whatever type. */
export type OwnValues = Readonly<Partial<Record<WholeFieldName, number | undefined>>>;

/** Types that a step can have. */
export const STEP_TYPES: readonly StepTypeName[] = step.fields[0].types;

const BY_ID: ReadonlyMap<string, GoalTypeDescriptor> = new Map(
  GOAL_DESCRIPTORS.map((descriptor) => [descriptor.id, descriptor]),
);

export function descriptorOf(id: GoalTypeName): GoalTypeDescriptor {
  return BY_ID.get(id) as GoalTypeDescriptor;
}

export function conditionsFieldOf(id: GoalTypeName): ConditionsField | undefined {
  return descriptorOf(id).fields.find((field) => field.kind === 'conditions');
}

type NamedWhole = WholeField & { readonly name: WholeFieldName };

export function wholeFieldsOf(id: GoalTypeName): readonly NamedWhole[] {
  return descriptorOf(id).fields.filter((field): field is NamedWhole => field.kind === 'whole');
}

/** Of all types. */
export const WHOLE_FIELDS: readonly NamedWhole[] = GOAL_DESCRIPTORS.flatMap(({ id }) => wholeFieldsOf(id));

/** Of what is given under the names of all types' fields, that which the type has. */
export function ownFieldsOf(id: GoalTypeName, given: OwnValues): OwnFields {
  const own: Partial<Record<WholeFieldName, number>> = {};
  for (const { name } of wholeFieldsOf(id)) {
    const value = given[name];
    if (value !== undefined) own[name] = value;
  }
  return own;
}
