/** Canned replies: what operators send by typing `/` and a few letters. */
import type { CannedReply } from '@goalpost/contract';
import { ActionIcon, Alert, Button, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section.tsx';
import { tell } from '../../ui/tell.ts';
import { cannedQuery, useSaveCanned } from '../api/settings.ts';
import { cannedFaults } from './canned-faults.ts';

export function CannedReplies({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const saved = useQuery(cannedQuery(counterId)).data;
  const save = useSaveCanned(counterId);
  const [draft, setDraft] = useState<readonly CannedReply[] | null>(null);
  const [checked, setChecked] = useState(false);
  useEffect(() => {
    if (location.hash === '#canned') document.getElementById('canned')?.scrollIntoView();
  }, []);
  const list = draft ?? saved ?? [];
  const faults = checked ? cannedFaults(list) : [];
  const change = (at: number, changes: Partial<CannedReply>): void =>
    setDraft(list.map((reply, index) => (index === at ? { ...reply, ...changes } : reply)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (cannedFaults(list).some((fault) => fault !== null)) return;
    save.mutate(list, {
      onSuccess: () => {
        setDraft(null);
        setChecked(false);
        tell(t('word.saved'));
      },
    });
  };
  const faultOf = (at: number): string | undefined => {
    const fault = faults[at];
    return fault === null || fault === undefined ? undefined : t(`chat.settings.canned.${fault}`);
  };
  return (
    <div id="canned">
      <Section title={t('chat.settings.cannedTitle')} text={t('chat.settings.cannedText')}>
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            {save.isError && (
              <Alert color="red" variant="light" role="alert">
                {t('failure.unsaved', { message: save.error.message })}
              </Alert>
            )}
            {list.map((reply, index) => (
              // Replies have no identity but their place while they are edited.
              <div key={index} className="gp-canned-row">
                <TextInput
                  label={t('chat.settings.shortcut')}
                  leftSection="/"
                  maxLength={32}
                  error={faultOf(index)}
                  value={reply.shortcut}
                  onChange={(event) =>
                    change(index, { shortcut: event.currentTarget.value.replace(/[\s/]/g, '') })
                  }
                />
                <Textarea
                  label={t('chat.settings.cannedReply')}
                  autosize
                  minRows={1}
                  maxRows={6}
                  maxLength={4_000}
                  value={reply.text}
                  onChange={(event) => change(index, { text: event.currentTarget.value })}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('chat.settings.removeCanned', { name: reply.shortcut })}
                  onClick={() => setDraft(list.filter((_, at) => at !== index))}
                >
                  <IconTrash size={18} stroke={1.6} />
                </ActionIcon>
              </div>
            ))}
            <div className="gp-chat-links">
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPlus size={16} />}
                onClick={() => setDraft([...list, { shortcut: '', text: '' }])}
              >
                {t('chat.settings.addCanned')}
              </Button>
              {draft !== null && (
                <Button type="submit" size="xs" loading={save.isPending}>
                  {t('word.save')}
                </Button>
              )}
            </div>
          </Stack>
        </form>
      </Section>
    </div>
  );
}
