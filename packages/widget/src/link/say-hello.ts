/** The first frame of a connection: who and where the visitor is, and what they have already [C7]. */
import type { VisitorFrame } from '@goalpost/contract/chat';
import { CHAT_VERSION, MAX_VISIT_AGE, MAX_VISIT_PAGES } from '@goalpost/contract/chat/limits';
import { MAX_TITLE_LENGTH, MAX_URL_LENGTH } from '@goalpost/contract/wire';
import type { Visit } from './keep/visit.ts';
import type { Chat } from './model.ts';
import { isOnScreen } from './state.ts';

/** Where the visitor is now. */
export interface PageNow {
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

export const pageFrame = ({ url, title, referrer }: PageNow): PageNow => ({
  url: url.slice(0, MAX_URL_LENGTH),
  title: title.slice(0, MAX_TITLE_LENGTH),
  referrer: referrer.slice(0, MAX_URL_LENGTH),
});

export function hello(chat: Chat, visitor: string, page: PageNow, visit: Visit): VisitorFrame {
  const { state, book } = chat;
  const { landing, startedAt, pages } = visit;
  chat.asked = chat.secret();
  const id = state.conversation?.id ?? null;
  return {
    type: 'hello',
    version: CHAT_VERSION,
    visitor,
    consent: chat.consent(),
    secret: chat.asked,
    page: pageFrame(page),
    language: state.settings.language.slice(0, 16),
    phone: state.phone,
    standing: isOnScreen(state),
    lastSeq: id === null ? 0 : book.lastSeq(id),
    conversationId: id,
    landing: {
      url: landing.url.slice(0, MAX_URL_LENGTH),
      referrer: landing.referrer.slice(0, MAX_URL_LENGTH),
    },
    visit: {
      age: Math.min(Math.max(0, Date.now() - startedAt), MAX_VISIT_AGE),
      pages: Math.min(pages, MAX_VISIT_PAGES),
    },
  };
}
