/** A visitor's message, also an offline one: stored once, answered with its number [C2, C3]. */
import type { ChatFile, Contact } from '@goalpost/contract/chat';
import { doesAnswer } from '../operators/answering.ts';
import { answerable } from '../conversation/answerable.ts';
import type { Outcome } from '../conversation/conversations.ts';
import { mergedContact } from '../people/people.ts';
import { tellChanges } from '../people/person-changes.ts';
import { contextOf } from '../presence/index.ts';
import type { Tab, TabConnection, VisitorDeps } from './visitor-tab.ts';

type MessageDeps = Pick<
  VisitorDeps,
  | 'store'
  | 'files'
  | 'people'
  | 'conversations'
  | 'presence'
  | 'networks'
  | 'availability'
  | 'settings'
  | 'listener'
  | 'directory'
  | 'clock'
>;

interface Sent {
  readonly key: string;
  readonly text: string;
  readonly fileId: string | null;
  readonly department?: string | null | undefined;
  readonly standing?: boolean | undefined;
}

export async function visitorMessage(
  deps: MessageDeps,
  connection: TabConnection,
  tab: Tab,
  sent: Sent,
  contact?: Contact,
): Promise<void> {
  await deps.conversations.inTurn(tab.holder.personId, async () => {
    const outcome = await keep(deps, connection, tab, sent, contact);
    if (!outcome.ok) return connection.refuse(outcome.reason, sent.key);
    const { message, event } = outcome;
    if (message !== null) connection.send({ type: 'stored', key: sent.key, message, event });
  });
}

async function keep(
  deps: MessageDeps,
  connection: TabConnection,
  tab: Tab,
  { key, text, fileId, department: asked = null, standing = false }: Sent,
  contact: Contact | undefined,
): Promise<Outcome> {
  const { people, conversations, availability } = deps;
  const { holder, entry } = tab;
  const again = await conversations.repeated(holder.personId, key);
  if (again !== null) return fromVisitor(again);
  if (!deps.networks.may('messages', tab.address)) return { ok: false, reason: 'network_limit' };
  const file = fileId === null ? null : await fileOf(deps, tab, fileId);
  if (file === 'not_found') return { ok: false, reason: 'not_found' };
  const open = await deps.store.openConversation(holder.personId);
  if (open === null && !deps.networks.may('conversations', tab.address))
    return { ok: false, reason: 'network_limit' };
  const person = await people.ensure(holder);
  if (person.blocked) return { ok: false, reason: 'blocked' };
  const changes = contact === undefined ? {} : { contact: mergedContact(person.contact, contact) };
  if (contact !== undefined) await people.update(person.id, changes);
  const invitation = await answerable(deps, person, entry, standing);
  if (entry.typing !== '') deps.presence.update(entry, { typing: '' });
  // Where this message opens one, its listeners are told these, too.
  if (open !== null) tellChanges(deps.listener, person, changes, open);
  const department = open === null ? await departmentOf(deps, holder.counterId, asked) : null;
  return conversations.carryOut(
    open,
    {
      type: 'visitor_writes',
      visitor: {
        personId: person.id,
        counterId: holder.counterId,
        visitor: holder.visitor,
        context: contextOf(entry),
      },
      content: { key, text, file },
      invitation,
      inForm: contact !== undefined,
      department,
      online: doesAnswer(await availability.now(holder.counterId), department),
    },
    connection,
  );
}

/** One that is not there any more is as good as none: the page may be older than the settings. */
async function departmentOf(
  { settings }: MessageDeps,
  counterId: number,
  asked: string | null,
): Promise<string | null> {
  if (asked === null) return null;
  const { departments } = await settings.get(counterId);
  return departments.some(({ id }) => id === asked) ? asked : null;
}

/** A key of another sender's message is no key of theirs. */
function fromVisitor(outcome: Outcome): Outcome {
  const isTheirs = outcome.ok && outcome.message?.kind === 'visitor';
  return isTheirs ? outcome : { ok: false, reason: 'denied' };
}

/** Their own, on this counter. */
async function fileOf(
  { files }: MessageDeps,
  { holder }: Tab,
  fileId: string,
): Promise<ChatFile | 'not_found'> {
  const file = await files.get(fileId);
  if (file === null || file.counterId !== holder.counterId || file.personId !== holder.personId)
    return 'not_found';
  return { id: file.id, name: file.name, type: file.type, bytes: file.bytes };
}
