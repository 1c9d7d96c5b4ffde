/** The steps of a multi-step goal, in their order. */
import { STEP_TYPES } from '@goalpost/contract/goals';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConditionFields } from './condition-fields.tsx';
import {
  canAddStep,
  canRemoveStep,
  hasConditions,
  newConditions,
  newStep,
  stepsFieldOf,
  type GoalDraft,
  type StepDraft,
} from '../draft.ts';

/** The commonest first. */
const TYPES = ['url' as const, ...STEP_TYPES.filter((type) => type !== 'url')];

interface Props {
  readonly draft: GoalDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (steps: StepDraft[]) => void;
}

export function StepFields({ draft, errors, onChange }: Props) {
  const { t } = useTranslation();
  const replace = (index: number, changes: Partial<StepDraft>): void =>
    onChange(draft.steps.map((old, at) => (at === index ? { ...old, ...changes } : old)));
  return (
    <>
      {draft.steps.map((step, index) => (
        // Steps have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className="gp-goal-step">
          <legend>{t('goalForm.step', { n: String(index + 1) })}</legend>
          {canRemoveStep(draft) && (
            <ActionIcon
              className="gp-goal-step-remove"
              variant="subtle"
              color="gray"
              aria-label={t('goalForm.removeStep', { n: String(index + 1) })}
              onClick={() => onChange(draft.steps.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
          <div className="gp-fields">
            <TextInput
              className="gp-grow"
              label={t('goalForm.stepName')}
              maxLength={255}
              value={step.name}
              onChange={(event) => replace(index, { name: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('goalForm.stepType')}
              data={TYPES.map((value) => ({ value, label: t(`goalTypes.${value}.name`) }))}
              value={step.type}
              onChange={(event) => {
                const type = TYPES.find((each) => each === event.currentTarget.value) ?? step.type;
                replace(index, { type, conditions: newConditions(type) });
              }}
            />
          </div>
          {hasConditions(step.type) && (
            <ConditionFields
              type={step.type}
              conditions={step.conditions}
              path={`steps.${index}.`}
              errors={errors}
              more={stepsFieldOf(draft.type)?.moreOperators[step.type] ?? []}
              onChange={(conditions) => replace(index, { conditions })}
            />
          )}
        </fieldset>
      ))}
      {canAddStep(draft) && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...draft.steps, newStep()])}
          >
            {t('goalForm.addStep')}
          </Button>
        </div>
      )}
    </>
  );
}
