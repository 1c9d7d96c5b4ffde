/** What the window may do: its side of the link. */
import { namesOf } from '../shared/plain.ts';
import type { ChatFile, Contact } from '@goalpost/contract/chat';
import type { Departments } from './departments.ts';
import type { Door } from './door.ts';
import type { Memory } from './keep/memory.ts';
import type { Chat } from './model.ts';

export interface Link extends Pick<Chat, 'shell' | 'state' | 'book' | 'outbox' | 'inner' | 'memory'> {
  readonly tab: Memory;
  write(text: string, file: ChatFile | null): void;
  leave(text: string, contact: Contact): void;
  typing(text: string): void;
  give(contact: Contact): void;
  rate(rating: number, comment: string): void;
  look(): void;
  /** @param department whom the next conversation is to be with; null: none in particular */
  choose(department: string | null): void;
  open(): void;
  close(): void;
  /** The visitor presses the card: as if it were the button. */
  press(): void;
  /** The visitor puts the card away. */
  dismiss(): void;
  secret: Chat['secret'];
}

export interface LinkDeps {
  readonly chat: Chat;
  readonly tab: Memory;
  readonly door: Door;
  readonly departments: Departments;
  dismiss(): void;
}

export function linkOf({ chat, tab, door, departments, dismiss }: LinkDeps): Link {
  const { shell, state, book, outbox, inner, memory, page } = chat;
  return {
    shell,
    state,
    book,
    outbox,
    inner,
    memory,
    tab,
    secret: chat.secret,
    write: (text, file) => chat.write(text, file, null),
    leave: (text, contact) => {
      chat.change({ contact: { ...state.contact, ...contact } });
      chat.write(text, null, contact);
      if (namesOf(contact).length > 0) page.emit('contacts', contact);
    },
    // A notice of typing that was not sent need not be sent later.
    typing: (text) => void chat.line?.send({ type: 'typing', text: text.slice(0, 1_000) }),
    give: (contact) => {
      chat.change({ contact: { ...state.contact, ...contact } });
      chat.say({ type: 'contact', contact });
      page.emit('contacts', contact);
    },
    rate: (rating, comment) => {
      chat.say({ type: 'rate', rating, comment });
      page.emit('rating', { rating, comment });
    },
    look: chat.unread.look,
    choose: departments.choose,
    open: () => door.open(true),
    close: door.close,
    press: () => shell.press(),
    dismiss,
  };
}
