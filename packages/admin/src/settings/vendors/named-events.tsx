/** Events of vendors that the owner names without code: those that are, and the form for one more. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { OUTCOME_NAMES, OUTCOME_WORDS } from '@goalpost/contract/vendors/outcomes';
import {
  MAX_NAMED_EVENTS,
  NAMED_BY,
  type NamedBy,
  type NamedEvent,
  type VendorSettings,
} from '@goalpost/contract/vendors/settings';
import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { useNameEvents } from '../../api/vendors/vendors.ts';
import { textIn } from '../../i18n/text.ts';
import { useUnsaved } from '../../ui/edits/leave-guard.tsx';
import { tell } from '../../ui/tell.ts';
import { NotSaved } from '../../ui/fields/not-saved.tsx';
import './named-events.css';

interface Props {
  readonly counter: Counter;
  readonly settings: VendorSettings;
}

export function NamedEvents({ counter, settings: { vendors, events } }: Props) {
  const { t, i18n } = useTranslation();
  const change = useNameEvents(counter.id);
  const mayEdit = may(counter.permission, 'edit');
  const nameOf = (id: string): string => vendors.find((one) => one.id === id)?.name ?? id;
  const remove = (index: number): void =>
    change.mutate(events.toSpliced(index, 1), { onSuccess: () => tell(t('word.saved')) });
  return (
    <div className="gp-named">
      <h3>{t('namedEvents.title')}</h3>
      <p className="gp-dim gp-section-text">{t('namedEvents.text')}</p>
      {events.length === 0 ? (
        <p className="gp-dim">{t('namedEvents.none')}</p>
      ) : (
        <ul aria-label={t('namedEvents.list')}>
          {events.map(({ vendor, event, by, what, origin }, index) => (
            <li key={JSON.stringify([vendor, event, by, what, origin])}>
              <span className="gp-named-words">
                <span>
                  {nameOf(vendor)}: {textIn(OUTCOME_WORDS[event], i18n.language)}
                </span>
                <span className="gp-dim gp-small">
                  {t(`namedEvents.bys.${by}`)} <code>{what}</code> {origin}
                </span>
              </span>
              {mayEdit && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('namedEvents.removeOne', { what })}
                  onClick={() => remove(index)}
                >
                  {t('namedEvents.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && events.length < MAX_NAMED_EVENTS && (
        <NewEvent counterId={counter.id} vendors={vendors} events={events} />
      )}
    </div>
  );
}

const EMPTY: NamedEvent = { vendor: '', event: 'started', by: 'click', what: '', origin: '' };

function NewEvent({
  counterId,
  vendors,
  events,
}: Pick<VendorSettings, 'vendors' | 'events'> & { readonly counterId: number }) {
  const { t, i18n } = useTranslation();
  const change = useNameEvents(counterId);
  // Those whose events are not public come first: the form is for them.
  const choices = vendors
    .toSorted((a, b) => Object.keys(a.tells).length - Object.keys(b.tells).length)
    .map(({ id, name }) => ({ value: id, label: name }));
  const form = useForm<NamedEvent>({ initialValues: { ...EMPTY, vendor: choices[0]?.value ?? '' } });
  useUnsaved(form.isDirty());
  const { by } = form.values;
  const submit = form.onSubmit((event) =>
    change.mutate([...events, { ...event, origin: event.by === 'message' ? event.origin : '' }], {
      onSuccess() {
        form.setInitialValues({ ...event, what: '' });
        form.reset();
        tell(t('word.saved'));
      },
      onError: (error) => form.setErrors(fieldMessages(error, `events.${events.length}`)),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NotSaved reasons={[form.errors['']]} />
        <div className="gp-fields">
          <NativeSelect
            className="gp-grow"
            label={t('namedEvents.vendor')}
            data={choices}
            {...form.getInputProps('vendor')}
          />
          <NativeSelect
            className="gp-grow"
            label={t('namedEvents.event')}
            data={OUTCOME_NAMES.map((name) => ({
              value: name,
              label: textIn(OUTCOME_WORDS[name], i18n.language),
            }))}
            {...form.getInputProps('event')}
          />
        </div>
        <div className="gp-fields">
          <NativeSelect
            className="gp-grow"
            label={t('namedEvents.by')}
            data={NAMED_BY.map((one) => ({ value: one, label: t(`namedEvents.bys.${one}`) }))}
            value={by}
            onChange={({ currentTarget }) => form.setFieldValue('by', currentTarget.value as NamedBy)}
          />
          <TextInput
            className="gp-grow"
            label={t(`namedEvents.what.${by}`)}
            description={t(`namedEvents.whatText.${by}`)}
            maxLength={200}
            {...form.getInputProps('what')}
          />
        </div>
        {by === 'message' && (
          <TextInput
            label={t('namedEvents.origin')}
            description={t('namedEvents.originText')}
            maxLength={255}
            {...form.getInputProps('origin')}
          />
        )}
        <Button
          type="submit"
          variant="default"
          w="fit-content"
          loading={change.isPending}
          disabled={form.values.what.trim() === ''}
        >
          {t('namedEvents.add')}
        </Button>
      </Stack>
    </form>
  );
}
