/** The connection of a page with the chat: starts when the page is idle, or when the visitor needs it. */
import { assign } from '../shared/plain.ts';
import { guard } from '../shared/guard.ts';
import { fromJson, toJson } from '../shared/json.ts';
import type { App, AppModule, Shell } from '../shared/shell.ts';
import { createChat } from './chat.ts';
import { createDepartments } from './departments.ts';
import { createDoor, type Door } from './door.ts';
import { createRules } from './invitations/rules.ts';
import { createInvitations } from './invitations/standing.ts';
import { end, openKept } from './keep/consent.ts';
import { findVisitorId } from './keep/visitor-id.ts';
import { enterPage, stayOnPage } from './keep/visit.ts';
import { type Link, linkOf } from './link.ts';
import { feedCallbacks } from './page-api/callbacks.ts';
import { goalpostApi } from './page-api/goalpost.ts';
import { createApi } from './page-api/jivo.ts';
import { hello, pageFrame } from './say-hello.ts';
import { isStanding } from './state.ts';
import { stayInView } from './page/stay-in-view.ts';
import { holdFocus } from './page/hold-focus.ts';
import { keepToItself } from './page/keep-to-itself.ts';
import { keepOnPage } from './page/keep-on-page.ts';
import { createTransmit } from './transmit/transmit.ts';
import { createWhere } from './where.ts';
import { openLine } from './wire/line.ts';
import { openPollWire } from './wire/poll-wire.ts';
import { openSocketWire } from './wire/socket-wire.ts';

const TICK_MS = 1_000;
/** How often the visit is noted as going on. */
const STAY_TICKS = 15;

export function startLink(shell: Shell, loadApp: () => Promise<AppModule>): void {
  const { home, counter } = shell;
  // Without it no word goes either way.
  if (!fromJson(toJson([]) ?? '')) throw new Error();
  for (const [method, [yes]] of shell.calls) if (method === 'chat.consent') shell.agreed = !!yes;
  const kept = openKept(shell);
  const { memory, tab } = kept;
  if (shell.agreed === false) return end(shell, kept);
  const where = createWhere((page, isNew) => {
    if (isNew) {
      visit = enterPage(memory, page, Date.now());
      rules.newPage();
    }
    chat.say({ type: 'page', page: pageFrame(page) });
  });
  let visit = enterPage(memory, where.now, Date.now());
  const chat = createChat(shell, kept, createTransmit({ memory, counter }));
  const { state } = chat;
  const departments = createDepartments(chat, tab);

  let door: Door;
  const invitations = createInvitations(chat, () => door, visit.startedAt);
  const dismiss = (): void => {
    invitations.closed();
    chat.unread.look();
  };
  door = createDoor({
    chat,
    tab,
    loadApp,
    mount: (module): App =>
      (module as unknown as { mountApp(link: Link): App }).mountApp(
        linkOf({ chat, tab, door, departments, dismiss }),
      ),
    closed: invitations.closed,
  });
  const rules = createRules({ chat, where, invitations, visit: () => visit });

  const address = `${home}/chat/v1/visitor/${counter}`;
  chat.line = openLine({
    ways: [openSocketWire(address), openPollWire(address)],
    memory: tab,
    hello: () => hello(chat, findVisitorId(kept.own()), where.now, visit),
    take: (event) => {
      chat.take(event);
      if (event.type === 'welcome' || event.type === 'rules') rules.set(event.rules, false);
    },
    isAwaited: () => state.open || chat.outbox.all().length > 0,
    changed: (connected) => {
      chat.change({ connected });
      chat.flying = null;
      chat.settled();
      chat.pump();
      chat.unread.look();
    },
  });

  let ticks = 0;
  const ticking = setInterval(
    guard(() => {
      if (document.hidden) return;
      where.look();
      rules.check();
      if (++ticks % STAY_TICKS === 0) visit = stayOnPage(memory, visit, Date.now());
    }),
    TICK_MS,
  );
  const stopStaying = state.phone ? guard(stayInView)(shell) : undefined;
  const place = keepOnPage(shell, () => {
    destroy();
    shell.again();
  });
  keepToItself(
    shell.host,
    holdFocus(shell, () => state.open, place.lift),
  );
  const seen = chat.unread.look;
  document.addEventListener('visibilitychange', seen);
  // Another tab has seen it, or written.
  memory.watch((name) => {
    if (name === 'secret') chat.keep();
    if (name === 'seen') chat.unread.count([]);
    if (name.startsWith('out.')) chat.inner.emit('outbox', null);
  });
  // An operator writes to a visitor who has not written: an invitation by hand [C21].
  chat.inner.on('notice', () => {
    if (state.open || isStanding(state)) return;
    const id = state.conversation?.id ?? '';
    const isUninvited = chat.book.of(id).every(({ kind }) => kind !== 'visitor');
    if (isUninvited && !state.phone) door.open(false);
    else door.tease();
  });

  const destroy = (): void => {
    chat.page.emit('destroy', null);
    clearInterval(ticking);
    document.removeEventListener('visibilitychange', seen);
    rules.stop();
    stopStaying?.();
    place.stop();
    chat.line?.close();
    door.destroy();
    stopCallbacks();
    shell.host.remove();
    // Listeners stay when the page starts the chat again.
    shell.calls.push(...ours.listeners());
    shell.take = (method, args) => {
      if (method === 'chat.on') shell.calls.push([method, args]);
      return method === 'chatMode' ? jivo['chatMode']?.() : { result: 'fail', reason: 'not on the page' };
    };
  };
  const clear = (): void => {
    kept.clear();
    chat.book.clear();
    assign(state, {
      conversation: null,
      invitation: null,
      contact: {},
      unread: 0,
      readByOperator: 0,
      department: null,
    });
    chat.change({});
    // What was still on its way is forgotten, too.
    chat.inner.emit('outbox', null);
    chat.unread.count([]);
    visit = enterPage(memory, where.now, Date.now());
    chat.line?.again();
  };

  const jivo = createApi({
    chat,
    door,
    rules,
    invitations,
    departments,
    where,
    visit: () => visit,
    destroy,
    clear,
  });
  const ours = goalpostApi(chat, jivo, (yes) => {
    if (yes ? shell.agreed : shell.agreed === false) return;
    if (yes && shell.asks === 'ask') kept.keep();
    shell.agreed = !!yes;
    if (yes) return chat.line?.again();
    destroy();
    end(shell, kept);
  });
  const api = { ...jivo, ...ours.api };
  shell.take = (method, args) => callBackWith(api[method], args);
  shell.press = () => {
    if (state.open) return door.close();
    invitations.tapped();
    door.open(true);
  };
  const stopCallbacks = feedCallbacks(
    chat,
    () => chat.book.all().every(({ kind }) => kind !== 'visitor') && chat.outbox.all().length === 1,
  );

  const ready = (): void => {
    chat.ready();
    for (const [method, args] of shell.calls.splice(0)) shell.take(method, args);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready, { once: true });
  else ready();
  chat.unread.count([]);
  if (tab.read('open') && !state.phone) door.open(false);
  else if (state.unread > 0) door.prepare();
}

const callBackWith = (
  method: ((...args: readonly unknown[]) => unknown) | undefined,
  args: readonly unknown[],
): unknown => guard(() => method?.(...args))();
