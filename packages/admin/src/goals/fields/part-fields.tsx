/** The conditions of a goal of several: each is a goal of another kind. */
import { PART_TYPES, wholeFieldsOf } from '@goalpost/contract/goals';
import { ActionIcon, Button, NativeSelect, Radio } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConditionFields } from './condition-fields.tsx';
import { anyWords } from '../condition-words.tsx';
import { hasConditions, newPart, partsFieldOf, type GoalDraft, type PartDraft } from '../draft.ts';
import { WholeFieldInput } from './whole-field.tsx';

interface Props {
  readonly draft: GoalDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Pick<GoalDraft, 'parts' | 'isAll'>) => void;
}

export function PartFields({ draft: { type, parts, isAll }, errors, onChange }: Props) {
  const { t } = useTranslation();
  const { min, max, onlyAll = [] } = partsFieldOf(type) ?? { min: 1, max: 1 };
  const change = (next: PartDraft[]): void => onChange({ parts: next, isAll });
  const replace = (index: number, changes: Partial<PartDraft>): void =>
    change(parts.map((old, at) => (at === index ? { ...old, ...changes } : old)));
  return (
    <>
      <Radio.Group
        label={t('goalForm.partsNeeded')}
        value={isAll ? 'all' : 'any'}
        onChange={(needed) => onChange({ parts, isAll: needed === 'all' })}
      >
        <div className="gp-parts-needed">
          <Radio value="any" label={t('goalForm.partsAny')} />
          <Radio value="all" label={t('goalForm.partsAll')} />
        </div>
      </Radio.Group>
      {parts.map((part, index) => (
        // Conditions have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className="gp-goal-step">
          <legend>{t('goalForm.part', { n: String(index + 1) })}</legend>
          {parts.length > min && (
            <ActionIcon
              className="gp-goal-step-remove"
              variant="subtle"
              color="gray"
              aria-label={t('goalForm.removeCondition', { n: String(index + 1) })}
              onClick={() => change(parts.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
          <NativeSelect
            label={t('goalForm.stepType')}
            error={errors[`${isAll ? 'all' : 'any'}.${index}.type`]}
            data={PART_TYPES.filter((each) => isAll || each === part.type || !onlyAll.includes(each)).map(
              (value) => ({ value, label: t(`goalTypes.${value}.name`) }),
            )}
            value={part.type}
            onChange={(event) => {
              const chosen = PART_TYPES.find((each) => each === event.currentTarget.value);
              replace(index, newPart(chosen ?? part.type));
            }}
          />
          <PartConditions
            part={part}
            path={`${isAll ? 'all' : 'any'}.${index}.`}
            errors={errors}
            onChange={(changes) => replace(index, changes)}
          />
        </fieldset>
      ))}
      {parts.length < max && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => change([...parts, newPart()])}
          >
            {t('goalForm.addPart')}
          </Button>
        </div>
      )}
    </>
  );
}

interface PartProps {
  readonly part: PartDraft;
  /** What stands before `conditions.0.url` in the names of faults. */
  readonly path: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<PartDraft>) => void;
}

function PartConditions({ part, path, errors, onChange }: PartProps) {
  const { t } = useTranslation();
  const { type, conditions, own } = part;
  const numbers = wholeFieldsOf(type);
  return (
    <>
      {hasConditions(type) && (
        <ConditionFields
          type={type}
          conditions={conditions}
          path={path}
          errors={errors}
          onChange={(changed) => onChange({ conditions: changed })}
        />
      )}
      {!hasConditions(type) && numbers.length === 0 && <span>{anyWords(t, type)}</span>}
      {numbers.map((field) => (
        <WholeFieldInput
          key={field.name}
          field={field}
          value={own[field.name] ?? ''}
          error={errors[path + field.name]}
          onChange={(value) => onChange({ own: { ...own, [field.name]: value } })}
        />
      ))}
    </>
  );
}
