/** Opens and closes the window, which is fetched when it is first needed. */
import { callBack, guard } from '../shared/guard.ts';
import type { App, AppModule } from '../shared/shell.ts';
import type { Memory } from './keep/memory.ts';
import type { Chat } from './model.ts';

export interface Door {
  /** @param focus whether the visitor asked for it: what opens by itself takes no focus */
  open(focus: boolean): void;
  close(): void;
  /** A card beside the button: where a window would cover the page. */
  tease(): void;
  fill(text: string): void;
  /** Has the window's file fetched and made, without showing anything. */
  prepare(): void;
  destroy(): void;
}

export interface DoorDeps {
  readonly chat: Chat;
  /** Of the tab: the next page opens the window again. */
  readonly tab: Memory;
  loadApp(): Promise<AppModule>;
  mount(module: AppModule): App;
  /** The visitor, or the page, has closed it. */
  closed(): void;
}

export function createDoor({ chat, tab, loadApp, mount, closed }: DoorDeps): Door {
  const { shell, state } = chat;
  let app: App | undefined;
  let loading: Promise<void> | undefined;
  let isGone = false;

  const mounted = shell.tried(mount);
  /** Gives nothing: where the page has given all objects a `then`, no promise of one is ever settled. */
  const load = async (): Promise<void> => {
    app = mounted(await loadApp());
  };
  /** By `await`: pages replace the `then` of promises. */
  const use = async (act: (app: App) => void): Promise<void> => {
    shell.button.setAttribute('aria-busy', 'true');
    try {
      await (loading ??= load());
    } catch {
      // No network: the next need tries again.
      loading = undefined;
      if (state.open) set(false);
    }
    if (app) guard(isGone ? app.destroy : act)(app);
    shell.button.removeAttribute('aria-busy');
  };
  const set = (open: boolean): void => {
    chat.change({ open });
    if (open) chat.line?.hurry();
    shell.face(open);
    tab.write('open', open && !state.phone ? true : undefined);
    chat.say({ type: 'window', open });
    if (!open) chat.memory.write('closedAt', Date.now());
    chat.page.emit(open ? 'open' : 'close', null);
    chat.unread.look();
  };
  return {
    open: (focus) => {
      if (state.open) return void use((one) => one.open(focus));
      set(true);
      void use((one) => state.open && one.open(focus));
    },
    close: () => {
      if (!state.open) return;
      set(false);
      void use((one) => one.close());
      closed();
    },
    tease: () => void use((one) => one.tease()),
    fill: (text) => void use((one) => one.fill(text)),
    prepare: () => void use(() => undefined),
    destroy: () => {
      isGone = true;
      callBack(app?.destroy);
    },
  };
}
