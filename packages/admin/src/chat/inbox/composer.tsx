/** The box to answer in: Enter sends, `/` brings canned replies, a note stays among colleagues. */
import type { CannedReply, ConversationView } from '@goalpost/contract/chat';
import { MAX_MESSAGE_LENGTH } from '@goalpost/contract/chat/limits';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cannedQuery } from '../api/settings.ts';
import { useDesk } from '../client-scope.tsx';
import { Attach } from './attach.tsx';
import { cannedFor } from './canned.ts';
import { CannedList } from './canned-list.tsx';
import { draftsIn } from './drafts.ts';
import { useUpload } from './use-upload.ts';

const KINDS = ['message', 'note'] as const;
type Kind = (typeof KINDS)[number];

export function Composer({ view }: { readonly view: ConversationView }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const drafts = draftsIn(sessionStorage);
  const [text, setText] = useState(() => drafts.get(view.id));
  const [kind, setKind] = useState<Kind>('message');
  const canned = useQuery(cannedQuery(view.counterId)).data ?? [];
  const choice = useChoice(kind === 'message' ? cannedFor(text, canned) : null, (reply) =>
    change(reply.text),
  );
  const upload = useUpload(view);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const closed = view.state === 'closed';
  const writesNote = kind === 'note' || closed;

  const change = (next: string): void => {
    setText(next);
    drafts.set(view.id, next);
    if (!writesNote && next.trim() !== '') desk.typing(view.id);
  };
  const send = (): void => {
    const said = text.trim();
    if (said === '' || said.length > MAX_MESSAGE_LENGTH) return;
    desk.write({ conversationId: view.id, kind: writesNote ? 'note' : 'message', text: said, file: null });
    setText('');
    drafts.set(view.id, '');
    box.current?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || choice.onKey(event)) return;
    if (event.key === 'Escape') box.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  const takeFiles = (event: ClipboardEvent | DragEvent, files: FileList | undefined): void => {
    if (files === undefined || files.length === 0 || writesNote) return;
    event.preventDefault();
    upload.start([...files]);
  };
  const tooLong = text.trim().length > MAX_MESSAGE_LENGTH;
  return (
    <form
      className="gp-composer"
      data-note={writesNote}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => takeFiles(event, event.dataTransfer.files)}
    >
      {closed && <p className="gp-composer-closed gp-dim">{t('chat.composer.closed')}</p>}
      {choice.shown !== null && (
        <CannedList
          replies={choice.shown}
          at={choice.at}
          any={canned.length > 0}
          view={view}
          onPick={choice.pick}
        />
      )}
      {upload.problem !== null && (
        <p role="alert" className="gp-message-refused">
          {upload.problem}
        </p>
      )}
      <Textarea
        ref={box}
        autosize
        minRows={2}
        maxRows={10}
        variant="unstyled"
        aria-label={t(writesNote ? 'chat.composer.note' : 'chat.composer.reply')}
        placeholder={t(writesNote ? 'chat.composer.noteHint' : 'chat.composer.replyHint')}
        error={tooLong ? t('chat.refusal.too_long') : undefined}
        aria-controls={choice.any ? 'gp-canned' : undefined}
        aria-activedescendant={choice.any ? `gp-canned-${choice.at}` : undefined}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKey}
        onPaste={(event) => takeFiles(event, event.clipboardData.files)}
      />
      <div className="gp-composer-tools">
        {!closed && (
          <SegmentedControl
            size="xs"
            aria-label={t('chat.composer.kind')}
            value={kind}
            onChange={(value) => setKind(KINDS.find((known) => known === value) ?? 'message')}
            data={KINDS.map((name) => ({ value: name, label: t(`chat.composer.kinds.${name}`) }))}
          />
        )}
        <span className="gp-space" />
        {!writesNote && <Attach pending={upload.pending} onFiles={upload.start} />}
        <Button type="submit" size="sm" disabled={text.trim() === '' || tooLong}>
          {t('chat.send')}
        </Button>
      </div>
    </form>
  );
}

/** Going through canned replies with the keys, while there are any. */
function useChoice(found: readonly CannedReply[] | null, onPick: (reply: CannedReply) => void) {
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const asked = found !== null;
  useEffect(() => {
    setDismissed(false);
    setAt(0);
  }, [asked]);
  const shown = dismissed ? null : found;
  const count = shown?.length ?? 0;
  const chosen = Math.min(at, Math.max(0, count - 1));
  const onKey = (event: KeyboardEvent): boolean => {
    if (shown === null) return false;
    const reply = shown[chosen];
    if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, count));
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + count) % Math.max(1, count));
    else if (event.key === 'Escape') setDismissed(true);
    else if ((event.key === 'Enter' || event.key === 'Tab') && reply !== undefined) onPick(reply);
    else return false;
    event.preventDefault();
    return true;
  };
  return { shown, any: count > 0, at: chosen, onKey, pick: onPick };
}
