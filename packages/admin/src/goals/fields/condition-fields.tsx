/** The conditions of a goal or of a step: any one of them is enough. */
import {
  conditionsFieldOf,
  conditionWarnings,
  hasValue,
  Operator,
  type Condition,
  type ConditionTypeName,
} from '@goalpost/contract/goals';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../../counter/counter-scope.tsx';
import { ConditionValue } from './condition-value.tsx';
import { anyWords, valueWords } from '../condition-words.tsx';
import { canAddCondition, newCondition } from '../draft.ts';

interface Props {
  readonly type: ConditionTypeName;
  readonly conditions: readonly Condition[];
  /** What stands before `conditions.0.url` in the names of faults. */
  readonly path: string;
  readonly errors: Readonly<Record<string, string>>;
  /** Operators beside those of the type, as of a step. */
  readonly more?: readonly Operator[];
  readonly onChange: (conditions: Condition[]) => void;
}

export function ConditionFields({ type, conditions, path, errors, more = [], onChange }: Props) {
  const { t } = useTranslation();
  const { id, site2, mirrors2 } = useCounter();
  const sites = [site2, ...mirrors2].map(({ site }) => site);
  const label = t(`goalTypes.${type}.condition`);
  const field = conditionsFieldOf(type);
  const { operators: own = [], min = 1 } = field ?? {};
  const operators = [...own, ...more];
  const hint = (condition: Condition): string => {
    if (condition.type === 'regexp' || condition.type === 'regexp_action') return t('goalForm.regexpHint');
    return t(`goalTypes.${type}.hint`, { id: String(id) });
  };
  const replace = (index: number, changes: Partial<Condition>): void =>
    onChange(conditions.map((old, at) => (at === index ? { ...old, ...changes } : old)));
  return (
    <div className="gp-conditions">
      {conditions.length === 0 && <span>{anyWords(t, type)}</span>}
      {conditions.map((condition, index) => (
        // Conditions have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="gp-condition-row">
          {field?.hasPath && (
            <TextInput
              className="gp-condition-path"
              label={index === 0 ? t('goalForm.path') : undefined}
              aria-label={t('goalForm.path')}
              description={index === conditions.length - 1 && t('goalForm.pathHint')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              spellCheck={false}
              autoCapitalize="off"
              value={condition.path ?? ''}
              error={errors[`${path}conditions.${index}.path`]}
              onChange={(event) => replace(index, { path: event.currentTarget.value })}
            />
          )}
          {operators.length > 1 && (
            <NativeSelect
              label={index === 0 ? t('goalForm.operator') : undefined}
              aria-label={t('goalForm.operator')}
              data={operators.map((value) => ({ value, label: t(`goalForm.operators.${value}`) }))}
              value={condition.type}
              onChange={(event) => replace(index, { type: Operator.parse(event.currentTarget.value) })}
            />
          )}
          {hasValue(condition.type) && (
            <ConditionValue
              isFirst={index === 0}
              label={label}
              hint={
                <>
                  {conditionWarnings(type, condition, sites).map((code) => (
                    <span key={code} className="gp-condition-warning">
                      {t(`goalForm.warnings.${code}`)}
                    </span>
                  ))}
                  {index === conditions.length - 1 && hint(condition)}
                </>
              }
              dictionary={field?.dictionary}
              options={field?.values?.map((value) => ({
                value,
                label: valueWords(t, condition.type, value),
              }))}
              value={condition.url}
              error={errors[`${path}conditions.${index}.url`]}
              onChange={(url) => replace(index, { url })}
            />
          )}
          {conditions.length > min && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              mt={index === 0 ? 22 : 0}
              aria-label={t('goalForm.removeCondition', { n: String(index + 1) })}
              onClick={() => onChange(conditions.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {canAddCondition(type, conditions) && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...conditions, newCondition(type)])}
        >
          {conditions.length === 0 ? `${label} …` : t('goalForm.addCondition')}
        </Button>
      )}
    </div>
  );
}
