/** What is taken out of hits and messages before they are stored, and what the owner adds to it. */
import type { Counter } from '@goalpost/contract/management';
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpdateCounter } from '../api/counters.ts';
import { fieldMessages } from '../api/failures.ts';
import { useUnsaved } from '../ui/edits/leave-guard.tsx';
import { Section } from '../ui/section.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { WordsField } from '../ui/fields/words-field.tsx';
import { tell } from '../ui/tell.ts';

const LISTS = ['names', 'keep', 'shapes'] as const;

/** A message about one item belongs to its list. */
function errorsOf(error: unknown): Record<string, string> {
  const messages = Object.entries(fieldMessages(error, 'counter'));
  return Object.fromEntries(
    messages.map(([path, message]) => [/^masking\.(\w+)/.exec(path)?.[1] ?? '', message]),
  );
}

export function Masking({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const update = useUpdateCounter(counter.id);
  const form = useForm({ initialValues: counter.masking });
  const [isTyping, setTyping] = useState(false);
  const isEdited = form.isDirty() || isTyping;
  useUnsaved(isEdited);
  const submit = form.onSubmit((masking) =>
    update.mutate(
      { masking },
      {
        onSuccess: (saved) => {
          form.setValues(saved.masking);
          form.resetDirty(saved.masking);
          tell(t('word.saved'));
        },
        onError: (error) => form.setErrors(errorsOf(error)),
      },
    ),
  );
  return (
    <Section title={t('masking.title')} text={t('masking.text')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {typeof form.errors[''] === 'string' && (
            <Alert color="red" variant="light" role="alert">
              {t('failure.unsaved', { message: form.errors[''] })}
            </Alert>
          )}
          <Switch
            label={t('masking.on')}
            description={t('masking.onText')}
            {...form.getInputProps('on', { type: 'checkbox' })}
          />
          {LISTS.map((list) => (
            <WordsField
              key={list}
              label={t(`masking.${list}`)}
              description={t(`masking.${list}Text`)}
              maxTags={50}
              onTyping={setTyping}
              disabled={!form.values.on}
              {...form.getInputProps(list)}
            />
          ))}
          <Button type="submit" loading={update.isPending} disabled={!isEdited} w="fit-content">
            {t('masking.apply')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
