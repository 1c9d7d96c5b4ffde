/** The invitation on the screen: shown, seen, tapped on a phone, closed [C25, C29, C44]. */
import { bag, textOf } from '../../shared/globals.ts';
import type { Door } from '../door.ts';
import type { Chat } from '../model.ts';
import { answers, type Standing } from '../state.ts';

export interface Invitations {
  show(invitation: Pick<Standing, 'ruleId' | 'text' | 'author' | 'form'>): void;
  /** The button was pressed. */
  tapped(): void;
  closed(): void;
}

/** How long it has to stay on a visible screen [C44]. */
const SEEN_MS = 1_000;

const stored = (value: unknown, since: number): Standing | null => {
  const { ruleId, text, author, at, tapped, closed, logged, form } = bag(value);
  if (typeof text !== 'string' || typeof at !== 'number' || at < since) return null;
  return {
    ruleId: typeof ruleId === 'string' ? ruleId : null,
    text,
    author: textOf(author),
    at,
    tapped: tapped === true,
    closed: closed === true,
    logged: logged === true,
    form: form === true,
  };
};

/** @param visitStartedAt an invitation of an earlier visit stands no more [C22] */
export function createInvitations(chat: Chat, door: () => Door, visitStartedAt: number): Invitations {
  const { memory, state, page, inner, outbox } = chat;

  const put = (invitation: Standing | null): void => {
    memory.write('invitation', invitation ?? undefined);
    chat.change({ invitation });
    chat.unread.count([]);
  };
  const tell = (event: 'shown' | 'seen' | 'closed' | 'tapped', { ruleId, text }: Standing): void =>
    chat.say({ type: 'invitation', event, ruleId, text });
  /** Read each time: another tab, or a page after this one, may have shown, closed or answered it. */
  const standing = (): Standing | null => {
    state.invitation = stored(memory.read('invitation'), visitStartedAt);
    return state.invitation;
  };
  /** One whose answer is on its way is answered: what is said of it after that would overtake the answer. */
  const unanswered = (): Standing | null => (outbox.all().length > 0 ? null : standing());
  const watch = (invitation: Standing): void => {
    const look = (): void => {
      if (state.invitation?.at !== invitation.at || invitation.closed) return;
      if (document.hidden) document.addEventListener('visibilitychange', wait, { once: true });
      else tell('seen', invitation);
    };
    const wait = (): unknown => setTimeout(look, SEEN_MS);
    wait();
  };

  standing();
  inner.on('messages', (fresh) => {
    const invitation = standing();
    if (!invitation) return;
    if (fresh.some(({ kind }) => kind === 'visitor')) put(null);
    // It is a message of the conversation now.
    else if (fresh.some(({ kind, text }) => kind === 'invitation' && text === invitation.text))
      put({ ...invitation, logged: true });
  });

  return {
    show: ({ ruleId, text, author, form }) => {
      const at = Date.now();
      const invitation = { ruleId, text, author, form, at, tapped: false, closed: false, logged: false };
      memory.write('invitedAt', invitation.at);
      tell('shown', invitation);
      put(invitation);
      page.emit('invitation-shown', { ruleId, text });
      inner.emit('notice', null);
      if (state.phone) door().tease();
      else door().open(false);
      watch(invitation);
    },
    tapped: () => {
      const { phone } = state;
      const invitation = unanswered();
      // While all operators are away the tap opens the form that the rule is for: what is left in it counts alone [C24].
      const isForm = invitation?.form && !answers(state);
      if (!phone || !invitation || invitation.tapped || isForm) return;
      put({ ...invitation, tapped: true });
      tell('tapped', invitation);
    },
    closed: () => {
      const invitation = unanswered();
      if (!invitation || invitation.closed) return;
      put({ ...invitation, closed: true });
      tell('closed', invitation);
    },
  };
}
