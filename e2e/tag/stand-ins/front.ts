/** Front as its public facts describe it. Shows when its window is visible, and nothing of messages. */
import type { StandIn } from './stand-in.ts';

export const front: StandIn = {
  id: 'front',
  prefix: 'Front',
  address: 'https://chat-assets.frontapp.com/v1/chat.bundle.js',
  script: `
    const { on, say } = bus();
    window.FrontChat = (what, fn) => { on(what, fn); return () => {}; };
    return {
      open: () => say('onWindowVisibilityChanged', { is_window_visible: true }),
      close: () => say('onWindowVisibilityChanged', { is_window_visible: false }),
      unread: () => say('onUnreadChange', { unread_count: 1 }),
    };`,
  stories: [
    ['close unread open', ['Window_opened']],
    ['close', []],
  ],
};
