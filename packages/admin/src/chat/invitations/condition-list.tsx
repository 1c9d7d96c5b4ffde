/** When the invitation fires: conditions joined by all or any. */
import type { RuleCondition } from '@goalpost/contract/chat';
import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConditionFields } from './condition-fields.tsx';
import type { DraftPart } from './draft-part.ts';
import { CONDITION_KINDS, newCondition } from './rule-draft.ts';

const MAX = 20;
const JOINS = ['all', 'any'] as const;

export function ConditionList({
  counterId,
  draft,
  errors,
  onChange,
}: DraftPart & { readonly counterId: number }) {
  const { t } = useTranslation();
  const { conditions } = draft;
  const replace = (at: number, condition: RuleCondition): void =>
    onChange({ conditions: conditions.map((known, index) => (index === at ? condition : known)) });
  const remove = (at: number): void =>
    onChange({ conditions: conditions.filter((_, index) => index !== at) });
  return (
    <fieldset className="gp-fieldset">
      <legend>{t('chat.rule.when')}</legend>
      {conditions.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('chat.rule.join')}
          value={draft.join}
          onChange={(value) => onChange({ join: JOINS.find((known) => known === value) ?? 'all' })}
          data={JOINS.map((join) => ({ value: join, label: t(`chat.rule.joins.${join}`) }))}
        />
      )}
      <div className="gp-condition-list">
        {conditions.map((condition, index) => {
          const name = t(`chat.rule.kind.${condition.on}`);
          return (
            // Conditions have no identity but their place.
            <div key={`${index} ${condition.on}`} role="group" aria-label={name}>
              <span className="gp-condition-name">{name}</span>
              <ConditionFields
                counterId={counterId}
                condition={condition}
                error={errors[`conditions.${index}`]}
                onChange={(next) => replace(index, next)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('chat.rule.removeCondition', { name })}
                onClick={() => remove(index)}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </div>
          );
        })}
      </div>
      {errors['conditions'] !== undefined && (
        <p role="alert" className="gp-fault">
          {errors['conditions']}
        </p>
      )}
      <Menu position="bottom-start" width={300} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={conditions.length >= MAX}
          >
            {t('chat.rule.addCondition')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="gp-condition-menu">
          {CONDITION_KINDS.map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => onChange({ conditions: [...conditions, newCondition(kind)] })}
            >
              {t(`chat.rule.kind.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </fieldset>
  );
}
