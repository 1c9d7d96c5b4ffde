/** The callbacks that a page may declare, one global function each: called, never replaced. */
import { globals } from '../../shared/globals.ts';
import { callBack } from '../../shared/guard.ts';
import type { Chat } from '../model.ts';
import { answers } from '../state.ts';

/** A page may declare it later than the chat is there: in its last script, or when it has loaded itself. */
const LATER_MS = 250;
const LATER_TRIES = 40;

const named = (name: string): unknown => globals()[`jivo_${name}`];
const tell = (name: string, ...args: unknown[]): void => callBack(named(name), ...args);

/**
 * @param isFirst whether the visitor has not written before
 * @returns stops
 */
export function feedCallbacks({ page, inner, state }: Chat, isFirst: () => boolean): () => void {
  let later: number | undefined;
  const loaded = (tries: number): void => {
    if (typeof named('onLoadCallback') === 'function') tell('onLoadCallback');
    else if (tries > 0) later = setTimeout(() => loaded(tries - 1), LATER_MS);
  };

  const face = (): string => {
    const isTalking = state.conversation?.state === 'open';
    if (!state.open) return isTalking ? 'chat/min' : 'label';
    return isTalking || answers(state) ? 'chat' : 'offline';
  };
  let said = face();
  const change = (): void => {
    if (face() === said) return;
    said = face();
    tell('onChangeState', said);
  };

  page.on('ready', () => loaded(LATER_TRIES));
  page.on('open', () => {
    tell('onOpen');
    change();
    tell('onResizeCallback');
  });
  page.on('close', () => {
    tell('onClose');
    change();
    tell('onResizeCallback');
  });
  inner.on('state', change);
  page.on('message', ({ from }) => {
    if (from === 'operator') tell('onMessageReceived');
    else if (isFirst()) tell('onMessageSent');
  });
  page.on('chat-started', () => tell('onClientStartChat'));
  page.on('contacts', () => tell('onIntroduction'));
  page.on('chat-established', () => tell('onAccept'));
  page.on('destroy', () => tell('onWidgetDestroy'));
  return () => clearTimeout(later);
}
