/** Starts the chat on the host page: asks for its settings, draws the button, fetches the rest when needed. */
import type { PublicChatSettings } from '@goalpost/contract/chat';
import { bag, globals } from '../shared/globals.ts';
import { quietly, tried } from '../shared/guard.ts';
import type { AppModule, Call, LinkModule, Shell } from '../shared/shell.ts';
import { shareApi } from './api.ts';
import { ask } from './ask.ts';
import { draw, isRussian } from './draw.ts';
import { findHome } from './home.ts';
import { luminance, parseHex } from '../shared/colour.ts';
import { isPhone, showsOn } from '../shared/placement.ts';
import { addStyle } from '../shared/style.ts';

declare const LINK_FILE: string;
declare const APP_FILE: string;
declare const APP_FILE_RU: string;

const found = tried(findHome)();

const language = (): string => (document.documentElement.lang || navigator.language).slice(0, 2);

const start = tried((): void => {
  // Where the script's address cannot be read, or either is no function, this is what says so.
  const { home, counter, agreed } = found!;
  clearTimeout(setTimeout(findHome));
  const page = globals();
  // A page that carries the line twice has one chat.
  const chat = bag(page['goalpost'])['chat'] as { consent(agrees: unknown): void } | undefined;
  // The page's own line came first, and could not know that the visitor has agreed.
  if (chat) return (agreed && chat.consent(agreed)) as void;

  let shell: Shell | undefined;
  let answer: PublicChatSettings | undefined;
  let linking = false;
  let isWanted = false;
  const calls: Call[] = [];

  const load = <Module>(name: string): Promise<Module> => import(/* @vite-ignore */ `${home}/chat/${name}`);
  const loadApp = (): Promise<AppModule> =>
    load(isRussian(shell!.settings.language) ? APP_FILE_RU : APP_FILE);
  const link = (): void => {
    const now = shell;
    // Where the visitor is to be asked, nothing is fetched or sent before they agree, or want it [P41].
    if (!now || linking || (now.asks === 'ask' && !now.agreed && !isWanted)) return;
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
    isWanted ||= /open|consent/.test(method);
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
    const phone = isPhone();
    const shows = answer?.settings.enabled && showsOn(answer.settings, location.href, phone);
    const said = shell ? shell.agreed : agreed;
    if (!answer || !shows || shell?.host.isConnected || said === false) return;
    linking = false;
    const { settings, online, consent } = answer;
    const drawn = draw(settings, () => shell?.press());
    // The page's own `append` may do nothing.
    if (!drawn.button.isConnected) throw new Error();
    shell = {
      home,
      counter,
      settings,
      online,
      phone,
      asks: consent,
      agreed: said,
      again: place,
      calls,
      take: wait,
      press,
      tried,
      showsOn,
      addStyle,
      luminance,
      parseHex,
      ...drawn,
    };
    const soon = tried((): void => {
      // Not by `load`: `document.open` takes listeners away.
      if (document.readyState !== 'complete') return void setTimeout(soon, 200);
      try {
        requestIdleCallback(link, { timeout: 2000 });
      } catch {
        // The browser has none, or the page's own fails.
        setTimeout(link, 200);
      }
    });
    if (calls.length) link();
    else soon();
    // A visitor who points at it is about to press it.
    shell.button.addEventListener('pointerenter', () => quietly(loadApp()));
  });

  ask(`${home}/chat/v1/settings/${counter}?language=${language()}`, (got) => {
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
