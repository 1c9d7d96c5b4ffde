/** What visitors do and no goal counts; one click makes the goal, another takes it back. */
import type { GoalSuggestion } from '@goalpost/contract/workbench';
import type { Goal } from '@goalpost/contract/goals';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { useDeleteGoal, useSaveGoal } from '../../api/goals.ts';
import { suggestionsQuery } from '../../api/goals/workbench.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { inputOfDraft, newDraft } from '../draft.ts';
import { KindIcon } from '../goal-icon.tsx';
import './suggestions.css';

/** Types that are suggested. */
const TYPES = ['action', 'url', 'phone', 'email', 'messenger', 'social', 'file', 'form', 'button'] as const;
type SuggestedType = (typeof TYPES)[number];

const typeOf = ({ goal }: GoalSuggestion): SuggestedType =>
  TYPES.find((type) => type === goal.type) ?? 'action';
const valueOf = ({ goal }: GoalSuggestion): string => goal.conditions[0]?.url ?? '';

function nameOf(t: TFunction, suggestion: GoalSuggestion): string {
  const type = t(`goalTypes.${typeOf(suggestion)}.name`);
  const value = valueOf(suggestion);
  return value === '' ? type : t('suggestions.named', { type, value }).slice(0, 255);
}

export function Suggestions({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(suggestionsQuery(counterId));
  const [made, setMade] = useState<readonly Goal[]>([]);
  const drop = (id: number) => setMade((before) => before.filter((goal) => goal.id !== id));
  if (data === undefined || (data.suggestions.length === 0 && made.length === 0)) return null;
  return (
    <Section title={t('suggestions.title')} text={t('suggestions.text', { days: data.days })}>
      <ul className="gp-suggestions">
        {made.map((goal) => (
          <Made key={goal.id} goal={goal} counterId={counterId} onUndone={() => drop(goal.id)} />
        ))}
        {data.suggestions.map((suggestion) => (
          <Suggested
            key={JSON.stringify(suggestion.goal)}
            suggestion={suggestion}
            counterId={counterId}
            onMade={(goal) => setMade((before) => [...before, goal])}
          />
        ))}
      </ul>
      {data.others > 0 && (
        <p className="gp-dim">
          {t('suggestions.others', { count: data.others, n: format.number(data.others) })}
        </p>
      )}
    </Section>
  );
}

interface SuggestedProps {
  readonly suggestion: GoalSuggestion;
  readonly counterId: number;
  readonly onMade: (goal: Goal) => void;
}

function Suggested({ suggestion, counterId, onMade }: SuggestedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveGoal(counterId);
  const words = useId();
  const type = typeOf(suggestion);
  const name = nameOf(t, suggestion);
  const { hits } = suggestion;
  const goal = inputOfDraft({ ...newDraft(type), name, conditions: suggestion.goal.conditions });
  // The list without this suggestion comes first, and takes this component away.
  const make = () => void save.mutateAsync({ goal }).then(onMade, () => undefined);
  return (
    <li>
      <KindIcon type={type} />
      <span id={words} className="gp-suggestion-words gp-condition">
        {t(`suggestions.what.${type}`, { count: hits, n: format.number(hits) })}{' '}
        {valueOf(suggestion) !== '' && <code>{valueOf(suggestion)}</code>}
        {save.isError && (
          <span role="alert" className="gp-condition-warning">
            {Object.values(fieldMessages(save.error, 'goal')).join(' ')}
          </span>
        )}
      </span>
      <Button size="xs" variant="default" loading={save.isPending} aria-describedby={words} onClick={make}>
        {t('suggestions.make')}
      </Button>
    </li>
  );
}

interface MadeProps {
  readonly goal: Goal;
  readonly counterId: number;
  readonly onUndone: () => void;
}

function Made({ goal, counterId, onUndone }: MadeProps) {
  const { t } = useTranslation();
  const remove = useDeleteGoal(counterId);
  return (
    <li>
      <KindIcon type={goal.type} />
      <span role="status" className="gp-suggestion-words">
        {t('suggestions.made', { name: goal.name })}
      </span>
      <Button
        size="xs"
        variant="subtle"
        loading={remove.isPending}
        onClick={() => remove.mutate(goal.id, { onSuccess: onUndone })}
      >
        {t('suggestions.undo')}
      </Button>
    </li>
  );
}
