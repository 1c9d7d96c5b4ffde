/** The form of one rule. Faults stand beside their fields, those the server finds too. */
import type { InvitationRule, InvitationRuleInput } from '@goalpost/contract/chat';
import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../../api/failures.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useEdited } from '../../ui/edits/leave-guard.tsx';
import { tell } from '../../ui/tell.ts';
import { useDeleteRule, useSaveRule } from '../api/rules.ts';
import { readyRule, ruleFaults } from './rule-draft.ts';
import { RuleTexts } from './rule-texts.tsx';
import { withWords } from '../../i18n/i18n.ts';
import { TableBones } from '../../ui/loading/bones.tsx';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { NotSaved } from '../../ui/fields/not-saved.tsx';

/** Their choices weigh more than the rest of the form. */
const ConditionList = lazyPart(
  withWords(['chat', 'chatInvitations', 'goals'], () => import('./condition-list.tsx')),
  'ConditionList',
);
const RuleTiming = lazyPart(
  withWords(['chat', 'chatInvitations'], () => import('./rule-timing.tsx')),
  'RuleTiming',
);

interface Props {
  readonly counterId: number;
  /** Undefined: a new one. */
  readonly rule: InvitationRule | undefined;
  readonly initial: InvitationRuleInput;
  readonly onDone: () => void;
}

const SHOWN = /^(name|texts\.\d+|conditions(\.\d+)?|schedule)$/;

export function RuleForm({ counterId, rule, initial, onDone }: Props) {
  const { t } = useTranslation();
  const save = useSaveRule(counterId);
  const [draft, setDraft] = useState(initial);
  const release = useEdited(initial, draft);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const change = (changes: Partial<InvitationRuleInput>): void => {
    setDraft((before) => ({ ...before, ...changes }));
    setErrors({});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = Object.entries(ruleFaults(draft)).map(
      ([path, fault]) => [path, t(`chat.rule.${fault}`)] as const,
    );
    setErrors(Object.fromEntries(faults));
    if (faults.length > 0) return;
    save.mutate(
      { id: rule?.id, rule: readyRule(draft) },
      {
        onSuccess: () => {
          tell(t('word.saved'));
          release();
          onDone();
        },
        onError: (error) => setErrors(fieldMessages(error, 'rule')),
      },
    );
  };
  const others = Object.entries(errors).filter(([path]) => !SHOWN.test(path));
  return (
    <form onSubmit={submit} noValidate className="gp-panel gp-panel-pad">
      <Stack gap="lg">
        <NotSaved reasons={others.map(([, message]) => message)} />
        <TextInput
          label={t('chat.rule.name')}
          description={t('chat.rule.nameHint')}
          required
          withAsterisk={false}
          maxLength={255}
          value={draft.name}
          error={errors['name']}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Switch
          label={t('chat.rule.enabled')}
          checked={draft.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
        <Suspense fallback={<TableBones rows={4} />}>
          <ConditionList counterId={counterId} draft={draft} errors={errors} onChange={change} />
        </Suspense>
        <RuleTexts counterId={counterId} draft={draft} errors={errors} onChange={change} />
        <Suspense fallback={<TableBones rows={4} />}>
          <RuleTiming draft={draft} errors={errors} onChange={change} />
        </Suspense>
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {t('word.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('word.cancel')}
          </Button>
          <span className="gp-space" />
          {rule !== undefined && (
            <DeleteRule
              rule={rule}
              onDone={() => {
                release();
                onDone();
              }}
            />
          )}
        </Group>
      </Stack>
    </form>
  );
}

function DeleteRule({ rule, onDone }: { readonly rule: InvitationRule; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteRule(rule.counterId);
  return (
    <>
      <Button variant="default" c="var(--gp-bad)" onClick={() => setAsking(true)}>
        {t('word.delete')}
      </Button>
      <Confirm
        opened={asking}
        title={t('chat.rule.deleteTitle', { name: rule.name })}
        text={t('chat.rule.deleteText')}
        action={t('word.delete')}
        pending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(rule.id, { onSuccess: onDone })}
      />
    </>
  );
}
