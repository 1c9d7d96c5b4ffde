/** Starts the chat on the host page: asks for its settings, draws the button, fetches the rest when needed. */
import type { PublicChatSettings } from '@goalpost/contract/chat';
import { bag, globals } from '../shared/globals.ts';
import { quietly, tried } from '../shared/guard.ts';
import type { AppModule, Call, LinkModule, Shell } from '../shared/shell.ts';
import { shareApi } from './api.ts';
import { ask } from './ask.ts';
import { draw, isRussian } from './draw.ts';
import { findHome } from './home.ts';
import { isPhone, showsOn } from '../shared/placement.ts';

declare const LINK_FILE: string;
declare const APP_FILE: string;
declare const APP_FILE_RU: string;

const home = tried(findHome)();

const language = (): string => (document.documentElement.lang || navigator.language).slice(0, 2);

const start = tried((): void => {
  if (!home) return;
  const { origin, counter } = home;
  // Where either is no function, this is what says so.
  clearTimeout(setTimeout(findHome));
  const page = globals();
  // A page that carries the line twice has one chat.
  if (bag(page['goalpost'])['chat']) return;

  let shell: Shell | undefined;
  let answer: PublicChatSettings | undefined;
  let linking = false;
  const calls: Call[] = [];

  const load = <Module>(name: string): Promise<Module> => import(/* @vite-ignore */ `${origin}/chat/${name}`);
  const loadApp = (): Promise<AppModule> =>
    load(isRussian(shell!.settings.language) ? APP_FILE_RU : APP_FILE);
  const link = (): void => {
    const now = shell;
    if (!now || linking) return;
    linking = true;
    void (async () => {
      try {
        tried((await load<LinkModule>(LINK_FILE)).startLink)(now, loadApp);
      } catch {
        // No network: the next need tries again.
        linking = false;
      }
    })();
  };
  const wait = (method: string, args: readonly unknown[]): unknown => {
    calls.push([method, args]);
    link();
    return method === 'chatMode' ? (answer?.online ? 'online' : 'offline') : { result: 'ok' };
  };
  const press = (): void => {
    shell?.button.setAttribute('aria-busy', 'true');
    wait('open', []);
    quietly(loadApp());
  };

  shareApi((method, args) => {
    if (method === 'jivo_init') return place();
    return (shell?.take ?? wait)(method, args);
  });

  const place = tried((): void => {
    const shows = answer?.settings.enabled && showsOn(answer.settings, location.href, isPhone());
    if (!answer || !shows || shell?.host.isConnected) return;
    linking = false;
    const { settings, online } = answer;
    const drawn = draw(settings, () => shell?.press());
    // The page's own `append` may do nothing.
    if (!drawn.button.isConnected) throw new Error();
    shell = { origin, counter, settings, online, calls, take: wait, press, tried, ...drawn };
    const soon = (): unknown =>
      typeof requestIdleCallback === 'function'
        ? requestIdleCallback(link, { timeout: 2000 })
        : setTimeout(link, 200);
    if (calls.length) link();
    else if (document.readyState === 'complete') soon();
    else addEventListener('load', soon);
    // A visitor who points at it is about to press it.
    shell.button.addEventListener('pointerenter', () => quietly(loadApp()), { once: true });
  });

  ask(`${origin}/chat/v1/settings/${counter}?language=${language()}`, (got) => {
    answer = got as PublicChatSettings;
    place();
    // Pages that change their address without loading.
    (page['navigation'] as EventTarget | undefined)?.addEventListener(
      'navigatesuccess',
      () => shell || place(),
    );
  });
});

// A page that is prepared but never looked at has no visitor.
if ((document as Document & { prerendering?: boolean }).prerendering) {
  document.addEventListener('prerenderingchange', start);
} else start();
