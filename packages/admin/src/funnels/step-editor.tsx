/** The steps of a funnel, put together by clicking. */
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { CHAT_BEGINNINGS } from '@goalpost/contract/reports/beginnings';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import { FEWEST_STEPS } from './draft.ts';
import { MATCHES, MOST_STEPS, STEP_TYPES, type DraftStep, type StepType } from './search.ts';
import type { Funnel } from './use-funnel.ts';

export function StepEditor({ funnel }: { readonly funnel: Funnel }) {
  const { t } = useTranslation();
  const { steps, change } = funnel;
  const write = (list: readonly DraftStep[]): void =>
    change({ steps: JSON.stringify(list), lost: undefined });
  const put = (at: number, step: DraftStep): void =>
    write(steps.map((one, index) => (index === at ? step : one)));
  const move = (at: number, by: number): void => {
    const list = [...steps];
    const [taken] = list.splice(at, 1);
    if (taken !== undefined) list.splice(at + by, 0, taken);
    write(list);
  };
  return (
    <section className="gp-panel gp-steps" aria-label={t('paths.steps')}>
      <ol>
        {steps.map((step, index) => (
          // Steps have no names of their own: their place is what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="gp-step">
            <StepFields
              step={step}
              index={index}
              counterId={funnel.report.counterId}
              onChange={(changed) => put(index, changed)}
            />
            <span className="gp-step-tools">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('paths.up', { n: index + 1 })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={16} stroke={1.6} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('paths.down', { n: index + 1 })}
                disabled={index === steps.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={16} stroke={1.6} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('paths.remove', { n: index + 1 })}
                disabled={steps.length <= FEWEST_STEPS}
                onClick={() => write(steps.filter((_one, at) => at !== index))}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ol>
      {steps.length < MOST_STEPS && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          onClick={() => write([...steps, { type: 'page' }])}
        >
          {t('paths.add')}
        </Button>
      )}
    </section>
  );
}

interface FieldsProps {
  readonly step: DraftStep;
  readonly index: number;
  readonly counterId: number;
  readonly onChange: (step: DraftStep) => void;
}

function StepFields({ step, index, counterId, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const label = t('paths.stepN', { n: index + 1 });
  return (
    <>
      <span className="gp-step-number" aria-hidden="true">
        {index + 1}
      </span>
      <NativeSelect
        aria-label={label}
        value={step.type}
        data={STEP_TYPES.map((type) => ({ value: type, label: t(`paths.type.${type}`) }))}
        onChange={(event) => onChange({ type: event.currentTarget.value as StepType })}
      />
      <StepValue step={step} label={label} counterId={counterId} onChange={onChange} />
      {index > 0 && (
        <Checkbox
          label={t('paths.directly')}
          title={t('paths.directlyHelp')}
          checked={step.directly === true}
          onChange={(event) => onChange({ ...step, directly: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** The field beside a step's type: its goal, its page, its name. */
export function StepValue({
  step,
  label,
  counterId,
  onChange,
}: Omit<FieldsProps, 'index'> & { readonly label: string }) {
  const { t } = useTranslation();
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const { type, value = '', match = 'is' } = step;
  if (type === 'goal') {
    return (
      <NativeSelect
        className="gp-step-value"
        aria-label={`${label}: ${t('paths.type.goal')}`}
        value={value}
        data={[
          { value: '', label: t('paths.chooseGoal') },
          ...goals.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(event) => onChange({ ...step, value: event.currentTarget.value })}
      />
    );
  }
  if (type === 'chat') {
    return (
      <NativeSelect
        className="gp-step-value"
        aria-label={`${label}: ${t('paths.type.chat')}`}
        value={value}
        data={[
          { value: '', label: t('paths.began.any') },
          ...CHAT_BEGINNINGS.map((one) => ({ value: one, label: t(`paths.began.${one}`) })),
        ]}
        onChange={(event) => onChange({ ...step, value: event.currentTarget.value })}
      />
    );
  }
  return (
    <>
      {type === 'page' && (
        <NativeSelect
          aria-label={`${label}: ${t('paths.how')}`}
          value={match}
          data={MATCHES.map((one) => ({ value: one, label: t(`paths.match.${one}`) }))}
          onChange={(event) => onChange({ ...step, match: event.currentTarget.value as typeof match })}
        />
      )}
      <TextInput
        // What was typed is asked once the field is left, or by Enter.
        key={`${type} ${value}`}
        className="gp-step-value"
        aria-label={`${label}: ${t(`paths.valueOf.${type}`)}`}
        placeholder={t(`paths.any.${type}`)}
        defaultValue={value}
        onBlur={(event) => {
          const given = event.currentTarget.value.trim();
          if (given !== value) onChange({ ...step, value: given });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </>
  );
}
