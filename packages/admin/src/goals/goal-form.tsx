/** The form of one goal. Faults stand beside their fields, those the server finds too. */
import { isUploaded, OWN_FIELDS, type Goal } from '@goalpost/contract/goals';
import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../api/failures.ts';
import { useSaveGoal } from '../api/goals.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { useEdited } from '../ui/edits/leave-guard.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { tell } from '../ui/tell.ts';
import { draftFaults, inputOfDraft, type GoalDraft } from './draft.ts';
import { PricePlaceFields } from './fields/price-place-fields.tsx';
import { TypeFields } from './fields/type-fields.tsx';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';
import { NotSaved } from '../ui/fields/not-saved.tsx';

/** Below the form that it is of. */
const Preview = lazyPart(
  withWords(['workbench'], () => import('./workbench/preview.tsx')),
  'Preview',
);

interface Props {
  readonly initial: GoalDraft;
  /** What is typed already; absent: nothing. */
  readonly begun?: GoalDraft;
  readonly onDraft?: (draft: GoalDraft) => void;
  /** The goal being edited; absent: a new one. */
  readonly goal?: Goal;
}

const WITH_PLACE =
  /^(name|default_price|price_place\.value|((steps|any|all)\.\d+\.)?conditions\.\d+\.(url|path)|(any|all)\.\d+\.(depth|duration))$/;

/** Whether a fault stands beside its field. */
const isShown = (path: string): boolean =>
  WITH_PLACE.test(path) || OWN_FIELDS.some(({ name }) => name === path);

export function GoalForm({ initial, begun = initial, onDraft, goal }: Props) {
  const { t } = useTranslation();
  const counter = useCounter();
  const params = { counterId: String(counter.id) };
  const navigate = useNavigate();
  const save = useSaveGoal(counter.id);
  const [draft, setDraft] = useState(begun);
  const release = useEdited(initial, draft);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const change = (changes: Partial<GoalDraft>): void => {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    onDraft?.(changed);
    setErrors({});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = draftFaults(draft);
    const found = Object.fromEntries(
      Object.entries(faults).map(([path, { code, values }]) => [
        path,
        t(`goalForm.faults.${code}`, { min: 0, max: 0, characters: '', ...values }),
      ]),
    );
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    save.mutate(
      { id: goal?.id, goal: inputOfDraft(draft, goal) },
      {
        onSuccess: (saved) => {
          release();
          tell(t('goals.wasSaved', { name: saved.name }));
          void navigate({ to: '/counter/$counterId/goals', params });
        },
        onError: (error) => setErrors(fieldMessages(error, 'goal')),
      },
    );
  };
  const others = Object.entries(errors).filter(([path]) => !isShown(path));
  return (
    <div className="gp-goal-work">
      <form onSubmit={submit} noValidate className="gp-panel gp-panel-pad">
        <Stack gap="md">
          <NotSaved reasons={others.map(([, message]) => message)} />
          <TextInput
            label={t('goalForm.name')}
            description={t('goalForm.nameHint')}
            required
            withAsterisk={false}
            maxLength={255}
            value={draft.name}
            error={errors['name']}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TypeFields draft={draft} errors={errors} onChange={change} />
          <NumberInput
            label={t('goalForm.value')}
            description={t('goalForm.valueHint')}
            suffix={` ${counter.currency}`}
            min={0}
            max={1e12}
            decimalScale={2}
            thousandSeparator=" "
            hideControls
            styles={{ input: { maxWidth: 240 } }}
            value={draft.price}
            error={errors['default_price']}
            onChange={(price) => change({ price })}
          />
          {!isUploaded(draft.type) && (
            <PricePlaceFields
              place={draft.place}
              error={errors['price_place.value']}
              onChange={(place) => change({ place })}
            />
          )}
          <Checkbox
            label={t('goalForm.favorite')}
            checked={draft.favorite}
            onChange={(event) => change({ favorite: event.currentTarget.checked })}
          />
          <Group gap="xs">
            <Button type="submit" loading={save.isPending}>
              {t('word.save')}
            </Button>
            <ButtonLink to="/counter/$counterId/goals" params={params} variant="default">
              {t('word.cancel')}
            </ButtonLink>
          </Group>
        </Stack>
      </form>
      <Suspense>{!isUploaded(draft.type) && <Preview draft={draft} goalId={goal?.id} />}</Suspense>
    </div>
  );
}
