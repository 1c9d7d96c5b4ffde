/** The fields that a goal's type has, each by its kind. */
import {
  descriptorOf,
  flagFieldsOf,
  wholeFieldsOf,
  type ConditionTypeName,
  type GoalTypeId,
} from '@goalpost/contract/goals';
import { PICKED_TYPES, type PickedType } from '@goalpost/contract/picker';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConditionFields } from './condition-fields.tsx';
import { withPicked, type GoalDraft } from '../draft.ts';
import { PickButton } from '../workbench/pick-button.tsx';
import { PartFields } from './part-fields.tsx';
import { StepFields } from './step-fields.tsx';
import { WholeFieldInput } from './whole-field.tsx';

const isPicked = (type: GoalTypeId): type is GoalTypeId & PickedType =>
  PICKED_TYPES.includes(type as PickedType);

interface Props {
  readonly draft: GoalDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<GoalDraft>) => void;
}

export function TypeFields({ draft, errors, onChange }: Props) {
  const { t } = useTranslation();
  const kinds = descriptorOf(draft.type).fields.map(({ kind }) => kind);
  return (
    <>
      {kinds.includes('conditions') && (
        <ConditionFields
          type={draft.type as ConditionTypeName}
          conditions={draft.conditions}
          path=""
          errors={errors}
          onChange={(conditions) => onChange({ conditions })}
        />
      )}
      {isPicked(draft.type) && (
        <PickButton
          type={draft.type}
          onPick={(picked) => onChange({ conditions: withPicked(draft.conditions, picked.conditions) })}
        />
      )}
      {kinds.includes('steps') && (
        <StepFields draft={draft} errors={errors} onChange={(steps) => onChange({ steps })} />
      )}
      {kinds.includes('parts') && <PartFields draft={draft} errors={errors} onChange={onChange} />}
      {wholeFieldsOf(draft.type).map((field) => (
        <WholeFieldInput
          key={field.name}
          field={field}
          value={draft.own[field.name] ?? ''}
          error={errors[field.name]}
          onChange={(value) => onChange({ own: { ...draft.own, [field.name]: value } })}
        />
      ))}
      {flagFieldsOf(draft.type).map(({ name }) => (
        <Checkbox
          key={name}
          label={t(`goalFields.${name}.label`)}
          checked={draft.own[name] === 1}
          onChange={(event) =>
            onChange({ own: { ...draft.own, [name]: event.currentTarget.checked ? 1 : 0 } })
          }
        />
      ))}
    </>
  );
}
