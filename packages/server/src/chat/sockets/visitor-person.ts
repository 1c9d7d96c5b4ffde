/** What a visitor's page says of them: contact details, custom data, attributes, a token. */
import type { ChatRefusalReason, ClientAttributes, VisitorFrame } from '@goalpost/contract/chat';
import { reportEvent } from '../goals/chat-events.ts';
import { CHAT_EVENTS } from '../conversation/index.ts';
import { nameInUsers } from '../conversation/effects.ts';
import { mergedContact, type PersonChanges } from '../people/people.ts';
import { tellChanges } from '../people/person-changes.ts';
import type { ChatPerson, ConversationRecord } from '../records.ts';
import type { Tab, TabConnection, VisitorDeps } from './visitor-tab.ts';

type PersonDeps = Pick<
  VisitorDeps,
  | 'store'
  | 'people'
  | 'conversations'
  | 'presence'
  | 'listener'
  | 'mayGiveAttributes'
  | 'goals'
  | 'hub'
  | 'clock'
>;

type Frame = Extract<VisitorFrame, { type: 'contact' | 'custom' | 'attributes' | 'token' }>;
type Told = PersonChanges | ChatRefusalReason;

/** Attributes that a person may have. */
const MOST_ATTRIBUTES = 50;

export async function takePersonFrame(
  deps: PersonDeps,
  connection: TabConnection,
  tab: Tab,
  frame: Frame,
): Promise<void> {
  const { personId } = tab.holder;
  if (frame.type === 'attributes' && !deps.mayGiveAttributes(personId)) return connection.refuse('too_fast');
  await deps.conversations.inTurn(personId, async () => {
    const person = await deps.people.ensure(tab.holder);
    const changes = told(frame, person);
    if (typeof changes === 'string') return connection.refuse(changes);
    const changed = await deps.people.update(personId, changes);
    if (changed !== null) nameInUsers(deps.presence, changed);
    const open = await deps.store.openConversation(personId);
    tellChanges(deps.listener, person, changes, open);
    if (open !== null) await tell(deps, open, frame.type);
  });
}

function told(frame: Frame, person: ChatPerson): Told {
  switch (frame.type) {
    case 'contact':
      return { contact: mergedContact(person.contact, frame.contact) };
    case 'custom':
      return { custom: frame.fields };
    case 'attributes':
      return joined(person.attributes ?? {}, frame.attributes);
    case 'token':
      return { userToken: frame.token };
  }
}

/** What is said later wins, name by name. */
function joined(before: ClientAttributes, said: ClientAttributes): Told {
  const attributes = { ...before, ...said };
  return Object.keys(attributes).length > MOST_ATTRIBUTES ? 'too_large' : { attributes };
}

async function tell(deps: PersonDeps, open: ConversationRecord, what: Frame['type']): Promise<void> {
  await deps.conversations.tellOperators(open);
  if (what === 'contact') await reportEvent(deps, open, CHAT_EVENTS.contacts);
}
