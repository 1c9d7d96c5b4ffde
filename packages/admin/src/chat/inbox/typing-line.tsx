/** What the visitor is typing right now, before they send it. */
import type { ConversationView } from '@goalpost/contract/chat';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisitorName } from '../ui/names.ts';

/** A person who typed nothing for so long is not typing any more. */
const FORGOTTEN_MS = 15_000;

export function TypingLine({ view, text }: { readonly view: ConversationView; readonly text: string }) {
  const { t } = useTranslation();
  const name = useVisitorName()(view.contact, view.visitor);
  const [stale, setStale] = useState(false);
  useEffect(() => {
    setStale(false);
    const timer = setTimeout(() => setStale(true), FORGOTTEN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  if (text === '' || stale) return null;
  return (
    <p className="gp-typing" aria-live="off">
      <span className="gp-typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>
        {t('chat.conversation.isTyping', { name })} <q>{text}</q>
      </span>
    </p>
  );
}
