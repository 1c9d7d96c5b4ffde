/** The chat's window, fetched on first need: puts it beside the button and keeps it as the link says. */
import type { App } from '../shared/shell.ts';
import { guard } from '../shared/guard.ts';
import type { Link } from '../link/link.ts';
import { isStanding } from '../link/state.ts';
import { createCard } from './card.ts';
import { pictureOf } from './look/face.ts';
import { readable } from './look/readable.ts';
import { STYLE } from './look/style.ts';
import { followTheme } from './look/theme.ts';
import { trapFocus } from './sense/focus.ts';
import { createSound } from './sense/sound.ts';
import { createTitle } from './sense/title.ts';
import { fitToViewport } from './sense/viewport.ts';
import { TEXTS as texts } from './texts/index.ts';
import { createWindow } from './window.ts';

const GROUNDS = { light: '#ffffff', dark: '#16191d' } as const;

export function mountApp(link: Link): App {
  const { shell, state, inner } = link;
  const { root, host, button } = shell;
  const sound = createSound(link.memory);
  const title = createTitle();
  shell.addStyle(root, STYLE);
  const win = createWindow(link, texts, sound);
  const card = createCard(link, texts, win);
  button.before(win.element);
  button.after(card.element);

  const paint = (dark: boolean): void => {
    for (const element of [win.element, card.element]) element.classList.toggle('dark', dark);
    host.style.setProperty('--ink', readable(shell, state.settings.color, GROUNDS[dark ? 'dark' : 'light']));
  };
  const stopTheme = followTheme(shell, paint);
  let stopFit: (() => void) | undefined;

  const close = (): void => {
    const hadFocus = win.element.contains(root.activeElement);
    win.element.hidden = true;
    host.removeAttribute('full');
    stopFit?.();
    stopFit = undefined;
    if (hadFocus) button.focus({ preventScroll: true });
  };
  trapFocus(root, win.element, button);
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape' || !state.open) return;
    event.stopPropagation();
    link.close();
  });
  inner.on('notice', () => {
    if (document.hidden || !state.open) sound.ring();
  });
  inner.on('state', () => {
    title.count(state.unread);
    // Seen in another tab.
    if (state.unread === 0) card.hide();
  });
  title.count(state.unread);
  win.draw();

  return {
    open: (focus) => {
      card.hide();
      win.element.hidden = false;
      if (state.phone) {
        host.setAttribute('full', '');
        stopFit ??= guard(fitToViewport)(win.element);
      }
      win.draw();
      link.look();
      if (focus) win.focus();
    },
    close,
    tease: () => {
      if (state.open) return;
      const { invitation, settings } = state;
      const latest = [...link.book.all()].pop();
      // The newest words: what was said after the invitation stands after it in the log.
      const standing = isStanding(state) ? invitation : null;
      const from = standing ?? latest;
      if (!from) return;
      const author = from.author || settings.title;
      const picture = pictureOf(state, standing ? null : latest?.authorId, author);
      card.show(author, from.text || (latest?.file?.name ?? ''), picture);
    },
    fill: win.fill,
    destroy: () => {
      stopTheme();
      stopFit?.();
      title.stop();
    },
  };
}
