/** The fields of one condition, by its kind. */
import type { RuleCondition } from '@goalpost/contract/chat';
import { MultiSelect, NativeSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../../api/goals.ts';
import { SOURCES } from '../ui/source-word.ts';
import { COUNTRIES } from './countries.ts';
import { SecondsInput } from './seconds-input.tsx';

interface Props {
  readonly counterId: number;
  readonly condition: RuleCondition;
  readonly error: string | undefined;
  readonly onChange: (condition: RuleCondition) => void;
}

type Fields = Omit<Props, 'condition'>;
/** Seconds. */
const DAY = 86_400;
const YEAR = 365 * DAY;

type Of<K extends RuleCondition['on']> = Extract<RuleCondition, { on: K }>;

const whole = (value: number | string, least: number): number =>
  Math.max(least, Math.round(Number(value) || least));

export function ConditionFields({ condition, ...props }: Props) {
  const { onChange } = props;
  if ('seconds' in condition)
    return (
      <SecondsInput
        value={condition.seconds}
        most={condition.on.startsWith('since') ? YEAR : DAY}
        onChange={(seconds) => onChange({ ...condition, seconds })}
      />
    );
  if ('any' in condition) return <AnyFields condition={condition} {...props} />;
  if ('op' in condition) return <AddressFields condition={condition} {...props} />;
  if ('is' in condition) return <ChoiceFields condition={condition} {...props} />;
  if (condition.on === 'utm') return <UtmFields condition={condition} {...props} />;
  if (condition.on === 'visit_number') return <VisitFields condition={condition} {...props} />;
  if (condition.on === 'goal') return <GoalFields condition={condition} {...props} />;
  if (condition.on === 'cart') return <CartFields condition={condition} {...props} />;
  if (condition.on === 'exit_intent') return <ExitHint />;
  return <AtLeastField condition={condition} {...props} />;
}

function ExitHint() {
  const { t } = useTranslation();
  return <p className="gp-dim gp-small">{t('chat.rule.exitHint')}</p>;
}

function AtLeastField({ condition, onChange }: Fields & { condition: Of<'pages_seen' | 'scroll'> }) {
  const { t } = useTranslation();
  const pages = condition.on === 'pages_seen';
  return (
    <NumberInput
      aria-label={t('chat.rule.atLeast')}
      min={1}
      max={pages ? 1_000 : 100}
      suffix={pages ? ` ${t('chat.rule.orMore')}` : ' %'}
      value={pages ? condition.atLeast : condition.percent}
      onChange={(value) =>
        onChange(
          pages
            ? { ...condition, atLeast: Math.min(1_000, whole(value, 1)) }
            : { ...condition, percent: Math.min(100, whole(value, 1)) },
        )
      }
    />
  );
}

function ChoiceFields({ condition, onChange }: Fields & { condition: Of<'device' | 'online'> }) {
  const { t } = useTranslation();
  const devices = (['desktop', 'mobile'] as const).map((value) => ({
    value: value as string,
    label: t(`chat.users.device.${value}`),
  }));
  const answers = (['yes', 'no'] as const).map((value) => ({
    value: value as string,
    label: t(`chat.rule.online.${value}`),
  }));
  const chosen = condition.on === 'device' ? condition.is : condition.is ? 'yes' : 'no';
  return (
    <NativeSelect
      aria-label={t(`chat.rule.kind.${condition.on}`)}
      value={chosen}
      data={condition.on === 'device' ? devices : answers}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (condition.on === 'device')
          onChange({ ...condition, is: value === 'mobile' ? 'mobile' : 'desktop' });
        else onChange({ ...condition, is: value === 'yes' });
      }}
    />
  );
}

const PAGE_OPS = ['is', 'contains', 'starts', 'not_contains'] as const;
const REFERRER_OPS = ['contains', 'not_contains'] as const;

function AddressFields({ condition, error, onChange }: Fields & { condition: Of<'page_url' | 'referrer'> }) {
  const { t } = useTranslation();
  const ops: readonly (typeof PAGE_OPS)[number][] = condition.on === 'page_url' ? PAGE_OPS : REFERRER_OPS;
  const setOp = (value: string): void => {
    if (condition.on === 'page_url')
      onChange({ ...condition, op: PAGE_OPS.find((op) => op === value) ?? 'contains' });
    else onChange({ ...condition, op: REFERRER_OPS.find((op) => op === value) ?? 'contains' });
  };
  return (
    <span className="gp-condition-pair">
      <NativeSelect
        aria-label={t('goalForm.operator')}
        value={condition.op}
        data={ops.map((op) => ({ value: op, label: t(`chat.rule.op.${op}`) }))}
        onChange={(event) => setOp(event.currentTarget.value)}
      />
      <TextInput
        aria-label={t('chat.rule.address')}
        placeholder={condition.on === 'page_url' ? '/cart' : 'google.'}
        maxLength={2_048}
        error={error}
        value={condition.value}
        onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
      />
    </span>
  );
}

function AnyFields({
  condition,
  error,
  onChange,
}: Fields & { condition: Of<'source' | 'country' | 'language'> }) {
  const { t, i18n } = useTranslation();
  const label = t(`chat.rule.kind.${condition.on}`);
  if (condition.on === 'language')
    return (
      <TagsInput
        aria-label={label}
        placeholder={condition.any.length === 0 ? 'en, de, pt-BR' : ''}
        maxTags={50}
        acceptValueOnBlur
        splitChars={[',', ' ']}
        error={error}
        value={condition.any}
        onChange={(any) => onChange({ ...condition, any: any.map((tag) => tag.slice(0, 8)) })}
      />
    );
  const countries = new Intl.DisplayNames([i18n.language], { type: 'region' });
  const data =
    condition.on === 'source'
      ? SOURCES.map((value) => ({ value: value as string, label: t(`source.${value}`) }))
      : COUNTRIES.map((value) => ({ value, label: countries.of(value) ?? value })).toSorted((a, b) =>
          a.label.localeCompare(b.label, i18n.language),
        );
  return (
    <MultiSelect
      aria-label={label}
      searchable
      limit={100}
      maxValues={20}
      placeholder={condition.any.length === 0 ? t('chat.rule.choose') : ''}
      error={error}
      data={data}
      value={condition.any}
      onChange={(any) => onChange({ ...condition, any })}
    />
  );
}

const UTM = ['source', 'medium', 'campaign', 'content', 'term'] as const;

function UtmFields({ condition, error, onChange }: Fields & { condition: Of<'utm'> }) {
  const { t } = useTranslation();
  return (
    <span className="gp-condition-pair">
      <NativeSelect
        aria-label={t('chat.rule.utmField')}
        value={condition.field}
        data={UTM.map((field) => ({ value: field, label: `utm_${field}` }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...condition, field: UTM.find((field) => field === value) ?? 'campaign' });
        }}
      />
      <TextInput
        aria-label={t('chat.rule.utmValue')}
        maxLength={255}
        error={error}
        value={condition.value}
        onChange={(event) => onChange({ ...condition, value: event.currentTarget.value })}
      />
    </span>
  );
}

function VisitFields({ condition, onChange }: Fields & { condition: Of<'visit_number'> }) {
  const { t } = useTranslation();
  return (
    <span className="gp-condition-pair">
      <NumberInput
        aria-label={t('chat.rule.from')}
        prefix={`${t('chat.rule.from')} `}
        min={1}
        value={condition.atLeast}
        onChange={(value) => onChange({ ...condition, atLeast: whole(value, 1) })}
      />
      <NumberInput
        aria-label={t('chat.rule.to')}
        prefix={`${t('chat.rule.to')} `}
        placeholder={t('chat.rule.noLimit')}
        min={condition.atLeast}
        value={condition.atMost ?? ''}
        onChange={(value) =>
          onChange({ ...condition, atMost: value === '' ? null : whole(value, condition.atLeast) })
        }
      />
    </span>
  );
}

function CartFields({ condition, onChange }: Fields & { condition: Of<'cart'> }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('chat.rule.kind.cart')}
      description={t('chat.rule.cartHint')}
      inputWrapperOrder={['input', 'description']}
      value={condition.filled ? 'yes' : 'no'}
      data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`chat.rule.cart.${value}`) }))}
      onChange={(event) => onChange({ ...condition, filled: event.currentTarget.value === 'yes' })}
    />
  );
}

function GoalFields({ counterId, condition, error, onChange }: Fields & { condition: Of<'goal'> }) {
  const { t } = useTranslation();
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  return (
    <span className="gp-condition-pair">
      <Select
        aria-label={t('chat.rule.goal')}
        placeholder={t('chat.rule.chooseGoal')}
        searchable
        allowDeselect={false}
        error={error}
        data={goals.map((goal) => ({ value: String(goal.id), label: goal.name }))}
        value={condition.goalId === 0 ? null : String(condition.goalId)}
        onChange={(value) => onChange({ ...condition, goalId: Number(value ?? 0) })}
      />
      <NativeSelect
        aria-label={t('chat.rule.reachedOrNot')}
        value={condition.reached ? 'yes' : 'no'}
        data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`chat.rule.reached.${value}`) }))}
        onChange={(event) => onChange({ ...condition, reached: event.currentTarget.value === 'yes' })}
      />
    </span>
  );
}
