/** A form that changes a part of a counter: what is being edited, saving it, and what the server refuses. */
import type { Counter, CounterUpdate } from '@goalpost/contract/management';
import { Button, Stack } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpdateCounter } from '../api/counters.ts';
import { fieldMessages } from '../api/failures.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { tell } from '../ui/tell.ts';
import { NotSaved } from '../ui/fields/not-saved.tsx';

interface Part<Values> {
  readonly counter: Counter;
  readonly valuesOf: (counter: Counter) => Values;
  readonly changeOf: (values: Values) => CounterUpdate;
  /** The form's name of a field that the API calls by this path; '' for what belongs to none. */
  readonly fieldOf: (path: string) => string;
}

export interface CounterForm<Values> {
  readonly fields: UseFormReturnType<Values>;
  /** For a field that holds what is typed and not taken yet. */
  readonly setTyping: (isTyping: boolean) => void;
  readonly isEdited: boolean;
  readonly isSaving: boolean;
  readonly submit: () => void;
}

export function useCounterForm<Values extends Record<string, unknown>>(
  part: Part<Values>,
): CounterForm<Values> {
  const { counter, valuesOf, changeOf, fieldOf } = part;
  const { t } = useTranslation();
  const update = useUpdateCounter(counter.id);
  const fields = useForm<Values>({ initialValues: valuesOf(counter) });
  const [isTyping, setTyping] = useState(false);
  const isEdited = fields.isDirty() || isTyping;
  useUnsaved(isEdited);
  const submit = fields.onSubmit((values) =>
    update.mutate(changeOf(values), {
      onSuccess: (saved) => {
        fields.setValues(valuesOf(saved));
        fields.resetDirty(valuesOf(saved));
        tell(t('word.saved'));
      },
      onError: (error) => {
        const messages = Object.entries(fieldMessages(error, 'counter'));
        fields.setErrors(Object.fromEntries(messages.map(([path, message]) => [fieldOf(path), message])));
      },
    }),
  );
  return { fields, setTyping, isEdited, isSaving: update.isPending, submit };
}

interface Props {
  readonly form: Pick<CounterForm<Record<string, unknown>>, 'isEdited' | 'isSaving' | 'submit'> & {
    readonly fields: { readonly errors: Readonly<Record<string, ReactNode>> };
  };
  /** What the button says. */
  readonly apply: string;
  readonly children: ReactNode;
}

export function CounterFields({ form, apply, children }: Props) {
  const refusal = form.fields.errors[''];
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <NotSaved reasons={[refusal]} />
        {children}
        <Button type="submit" loading={form.isSaving} disabled={!form.isEdited} w="fit-content">
          {apply}
        </Button>
      </Stack>
    </form>
  );
}
