/** What the invitation does and says: one text, or several that are measured against each other. */
import { ActionIcon, Button, Autocomplete, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { teamQuery } from '../api/team.ts';
import type { DraftPart } from './draft-part.ts';

/** `open` does the same as `message`: rules that have it keep it, and the form does not offer both. */
const ACTIONS = ['message', 'offline_form', 'hide'] as const;
const MAX_TEXTS = 5;

export function RuleTexts({
  counterId,
  draft,
  errors,
  onChange,
}: DraftPart & { readonly counterId: number }) {
  const { t } = useTranslation();
  const team = useQuery(teamQuery(counterId)).data ?? [];
  const names = [...new Set(team.map(({ name }) => name))];
  const { texts } = draft;
  const action = draft.action === 'open' ? 'message' : draft.action;
  const several = texts.length > 1;
  return (
    <fieldset className="gp-fieldset">
      <legend>{t('chat.rule.what')}</legend>
      <NativeSelect
        label={t('chat.rule.action')}
        maw={360}
        description={t(`chat.rule.actionHints.${action}`)}
        value={action}
        data={ACTIONS.map((value) => ({ value, label: t(`chat.rule.actions.${value}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ action: ACTIONS.find((known) => known === value) ?? 'message' });
        }}
      />
      {draft.action !== 'hide' && (
        <>
          {texts.map((text, index) => (
            // Texts have no identity but their place.
            <div key={index} className="gp-rule-variant">
              <Textarea
                label={
                  several
                    ? t('chat.rule.textOf', { letter: String.fromCharCode(65 + index) })
                    : t('chat.rule.text')
                }
                autosize
                minRows={2}
                maxRows={8}
                maxLength={4_000}
                error={errors[`texts.${index}`]}
                value={text}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  onChange({ texts: texts.map((known, at) => (at === index ? value : known)) });
                }}
              />
              {several && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('chat.rule.removeText', { letter: String.fromCharCode(65 + index) })}
                  onClick={() => onChange({ texts: texts.filter((_, at) => at !== index) })}
                >
                  <IconTrash size={18} stroke={1.6} />
                </ActionIcon>
              )}
            </div>
          ))}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={texts.length >= MAX_TEXTS}
            onClick={() => onChange({ texts: [...texts, ''] })}
          >
            {t('chat.rule.addText')}
          </Button>
          <Autocomplete
            label={t('chat.rule.author')}
            description={t('chat.rule.authorHint')}
            maw={360}
            maxLength={255}
            value={draft.author}
            data={names}
            onChange={(author) => onChange({ author })}
          />
        </>
      )}
      <NumberInput
        label={t('chat.rule.control')}
        description={t('chat.rule.controlHint')}
        maw={360}
        min={0}
        max={90}
        suffix=" %"
        value={draft.controlPercent}
        onChange={(value) =>
          onChange({ controlPercent: Math.min(90, Math.max(0, Math.round(Number(value) || 0))) })
        }
      />
    </fieldset>
  );
}
