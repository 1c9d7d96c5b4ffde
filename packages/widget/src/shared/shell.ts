/** What the launcher, the link and the window know of each other: each is a file of its own. */
import type { PublicChatSettings, WidgetSettings } from '@goalpost/contract/chat';
import type { luminance, parseHex } from './colour.ts';
import type { guard } from './guard.ts';
import type { showsOn } from './placement.ts';
import type { addStyle } from './style.ts';

/** A call that came before the chat was loaded. */
export type Call = readonly [method: string, args: readonly unknown[]];

/** The launcher, as the link sees it. */
export interface Shell {
  /** Where the server lies, such as `https://example.com/stats`. */
  readonly home: string;
  readonly counter: number;
  readonly settings: WidgetSettings;
  readonly online: boolean;
  readonly phone: boolean;
  /** The counter's mode of consent, where it is another than `cookies`. */
  readonly asks: PublicChatSettings['consent'];
  /** What was said of the visitor's consent; undefined: nothing. */
  agreed: unknown;
  /** The window goes here, beside the button. */
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  readonly button: HTMLButtonElement;
  /** Calls of the page so far; the chat sets `take` when it is loaded. */
  readonly calls: Call[];
  take: (method: string, args: readonly unknown[]) => unknown;
  /** What a click on the button does. */
  press: () => void;
  /** Shows the button's other face. */
  face(open: boolean): void;
  paint(colour: string): void;
  /** What stops the chat does not throw into the page, and is said in its console. */
  tried: typeof guard;
  /** Parts of the launcher that link and window need too: a visitor fetches them once. */
  readonly showsOn: typeof showsOn;
  readonly addStyle: typeof addStyle;
  readonly luminance: typeof luminance;
  readonly parseHex: typeof parseHex;
  /** Puts the chat on the page again, where it is on it no more. */
  again(): void;
}

export type StartLink = (shell: Shell, loadApp: () => Promise<AppModule>) => void;
export interface LinkModule {
  readonly startLink: StartLink;
}
/** Only its type: the window's own file knows the rest. */
export interface AppModule {
  readonly mountApp: (link: never) => App;
}

/** The window, as the link sees it. */
export interface App {
  /** @param focus whether the visitor asked for it: what opens by itself takes no focus */
  open(focus: boolean): void;
  close(): void;
  /** A card beside the button instead of the window: on phones, where a window covers the page. */
  tease(): void;
  /** Opens the offline form with what the page filled in. */
  fill(text: string): void;
  destroy(): void;
}

export type { PublicChatSettings };
