/** `jivo_api`: the methods that sites' integration code was written for. */
import { namesOf } from '../../shared/plain.ts';
import { bag, textOf } from '../../shared/globals.ts';
import { callBack } from '../../shared/guard.ts';
import type { Departments } from '../departments.ts';
import type { Door } from '../door.ts';
import type { Invitations } from '../invitations/standing.ts';
import type { Rules } from '../invitations/rules.ts';
import type { Visit } from '../keep/visit.ts';
import type { Chat } from '../model.ts';
import type { Where } from '../where.ts';
import { attributesFrom, mayCall } from './attributes.ts';
import { contactFrom } from './contact.ts';
import { fieldsFrom, MOST_FIELDS } from './custom.ts';
import { rulesFrom } from './rules-from.ts';
import { utmOf } from './utm.ts';

export interface ApiDeps {
  readonly chat: Chat;
  readonly door: Door;
  readonly rules: Rules;
  readonly invitations: Invitations;
  readonly departments: Departments;
  readonly where: Where;
  visit(): Visit;
  destroy(): void;
  clear(): void;
}

export type Api = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const OK = { result: 'ok' } as const;
const fail = (reason: string): { result: 'fail'; reason: string; error: string } => ({
  result: 'fail',
  reason,
  error: reason,
});
const NO_CALLS = 'calls are not part of this chat';
const COLOUR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

export function createApi(deps: ApiDeps): Api {
  const { chat, door, rules, invitations, departments, where, visit } = deps;
  const { state, memory, shell } = chat;

  return {
    open: (params) => {
      if (bag(params)['start'] === 'call') return fail(NO_CALLS);
      door.open(true);
      return OK;
    },
    close: () => {
      door.close();
      return OK;
    },
    showProactiveInvitation: (text, department) => {
      const said = textOf(text).trim().slice(0, 4_000);
      if (said === '') return fail('no text');
      if (state.conversation?.state === 'open') return fail('a conversation is open');
      departments.choose(department);
      invitations.show({ ruleId: null, text: said, author: '', form: false });
      return OK;
    },
    setRules: (value) => {
      const set = rulesFrom(value);
      if (set === null) return fail('not a list of rules');
      rules.set(set, true);
      return OK;
    },
    setWidgetColor: (colour, second) => {
      if (!COLOUR.test(textOf(colour))) return fail('not a hex colour');
      const other = textOf(second);
      shell.paint(textOf(colour));
      shell.button.style.backgroundImage = COLOUR.test(other)
        ? `linear-gradient(135deg,${textOf(colour)},${other})`
        : '';
      chat.change({ settings: { ...state.settings, color: textOf(colour) } });
      return OK;
    },
    chatMode: () => (state.online ? 'online' : 'offline'),
    isCallbackEnabled: (callback) => callBack(callback, fail(NO_CALLS)),
    startCall: () => fail(NO_CALLS),
    sendOfflineMessage: (given) => {
      if (state.online) return fail('the chat is online');
      const contact = contactFrom(given);
      chat.change({ contact: { ...state.contact, ...contact } });
      door.open(true);
      door.fill(textOf(bag(given)['message']).slice(0, 4_000));
      return OK;
    },
    sendPageTitle: (title, _fromApi, url) => {
      where.told(textOf(title), textOf(url) || undefined);
      return OK;
    },
    setContactInfo: (given) => {
      const contact = contactFrom(given);
      if (namesOf(contact).length === 0) return fail('no details');
      chat.change({ contact: { ...state.contact, ...contact } });
      chat.say({ type: 'contact', contact: state.contact });
      return OK;
    },
    setClientAttributes: (given) => {
      const attributes = attributesFrom(given);
      if (typeof attributes === 'string') return fail(attributes);
      if (!mayCall(memory, Date.now())) return fail('at most 10 calls an hour');
      chat.say({ type: 'attributes', attributes });
      return OK;
    },
    setCustomData: (given) => {
      const fields = fieldsFrom(given);
      if (fields === null) return fail(`not a list of at most ${MOST_FIELDS} fields`);
      chat.say({ type: 'custom', fields });
      return OK;
    },
    setUserToken: (token) => {
      chat.say({ type: 'token', token: textOf(token).slice(0, 255) });
      return OK;
    },
    getContactInfo: () => {
      const { name, email, phone, description } = state.contact;
      return {
        client_name: name || null,
        email: email || null,
        phone: phone || null,
        description: description || null,
      };
    },
    getVisitorNumber: (callback) => {
      const stop = chat.numbers.on('number', (number) => {
        stop();
        callBack(callback, null, number);
      });
      chat.say({ type: 'number' });
      return OK;
    },
    getUnreadMessagesCount: () => state.unread,
    getUtm: () => utmOf(visit().first),
    clearHistory: () => {
      deps.clear();
      return OK;
    },
    jivo_destroy: () => {
      deps.destroy();
      return OK;
    },
  };
}
