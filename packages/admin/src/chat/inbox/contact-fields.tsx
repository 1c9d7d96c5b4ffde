/** How to reach the visitor: what they gave, and what the operator learned. Saved when the field is left. */
import type { Contact, ConversationView } from '@goalpost/contract/chat';
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../client-scope.tsx';

const FIELDS = ['name', 'email', 'phone', 'description'] as const;
type Field = (typeof FIELDS)[number];
const MAX: Readonly<Record<Field, number>> = { name: 255, email: 255, phone: 64, description: 2_000 };

export function ContactFields({ view }: { readonly view: ConversationView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [draft, setDraft] = useState<Contact>(view.contact);
  const [editing, setEditing] = useState<Field | null>(null);
  useEffect(() => {
    // What is being typed is not taken away by what comes in.
    setDraft((before) => (editing === null ? view.contact : { ...view.contact, [editing]: before[editing] }));
  }, [view.contact, editing]);
  const leave = (field: Field): void => {
    const value = (draft[field] ?? '').trim();
    if (value !== (view.contact[field] ?? '')) desk.contact(view.id, { [field]: value });
    setEditing(null);
  };
  return (
    <section className="gp-person-part gp-contacts">
      <h3>{t('chat.person.contacts')}</h3>
      {FIELDS.map((field) => {
        const props = {
          size: 'xs' as const,
          placeholder: t('chat.person.unknown'),
          label: t(`chat.person.field.${field}`),
          maxLength: MAX[field],
          value: draft[field] ?? '',
          onFocus: () => setEditing(field),
          onBlur: () => leave(field),
        };
        const change = (value: string): void => setDraft({ ...draft, [field]: value });
        return field === 'description' ? (
          <Textarea
            key={field}
            {...props}
            autosize
            minRows={1}
            maxRows={6}
            onChange={(event) => change(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key={field}
            {...props}
            onChange={(event) => change(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
        );
      })}
    </section>
  );
}
