/** Where the visitor writes. */
import { FILE_ACCEPT, MAX_FILE_BYTES, MAX_MESSAGE_LENGTH } from '@goalpost/contract/chat/limits';
import { textOf } from '../../shared/globals.ts';
import type { Link } from '../../link/link.ts';
import { button, el, sendButton, whenSent } from '../dom.ts';
import { ICONS } from '../look/icons.ts';
import { whyOf } from '../refusal-text.ts';
import { fill, type Texts } from '../texts/index.ts';
import { emojiGrid } from './emoji.ts';
import { upload } from './upload.ts';

export interface Composer {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
  put(text: string): void;
  send(): void;
  /** What cannot be sent is not offered. */
  draw(): void;
  /** @returns whether there was something to fold */
  fold(): boolean;
}

const TYPING_MS = 1_500;
const TOLD_MS = 6_000;

export function createComposer(link: Link, texts: Texts): Composer {
  const input = el('textarea', {
    'aria-label': texts.message,
    placeholder: texts.write,
    rows: 1,
    maxlength: MAX_MESSAGE_LENGTH,
    enterkeyhint: 'send',
    autocomplete: 'off',
    dir: 'auto',
  });
  const pick = el('input', {
    type: 'file',
    accept: FILE_ACCEPT,
    hidden: true,
    tabindex: -1,
    'aria-hidden': 'true',
  });
  const attach = button(texts.attach, ICONS.attach, () => pick.click());
  const emoji = button(texts.emoji, ICONS.emoji, () => unfold(grid.hidden === true));
  const unfold = (shows: boolean): void => {
    grid.hidden = !shows;
    emoji.setAttribute('aria-expanded', String(shows));
  };
  const grid = emojiGrid(texts.emoji, (one) => {
    input.setRangeText(one, input.selectionStart, input.selectionEnd, 'end');
    changed();
    input.focus();
  });
  unfold(false);
  const form = el(
    'form',
    { class: 'compose', novalidate: true },
    attach,
    emoji,
    input,
    sendButton(texts.send),
    pick,
  );
  const uploads = el('div');
  /** What became of a file that could not be sent. */
  const note = el('div', { class: 'note', role: 'status' });
  const element = el('div', {}, grid, note, uploads, form);
  let telling: number | undefined;
  const tell = (text: string): void => {
    clearTimeout(telling);
    note.textContent = text;
    telling = setTimeout(() => (note.textContent = ''), TOLD_MS);
  };

  let typedAt = 0;
  const grow = (): void => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 120)}px`;
  };
  const changed = (): void => {
    grow();
    link.tab.write('draft', input.value || undefined);
    const now = Date.now();
    if (now - typedAt < TYPING_MS) return;
    typedAt = now;
    setTimeout(() => link.typing(input.value), TYPING_MS);
    link.typing(input.value);
  };
  const send = (): void => {
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    changed();
    unfold(false);
    link.write(text, null);
    input.focus();
  };
  input.addEventListener('input', changed);
  input.addEventListener('keydown', (event) => {
    // An Enter that picks a word of an input method sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  input.addEventListener('paste', ({ clipboardData }) => {
    const [file] = clipboardData?.files ?? [];
    if (file && !attach.hidden) start(file);
  });
  whenSent(form, send);
  pick.addEventListener('change', () => {
    for (const file of pick.files ?? []) start(file);
    pick.value = '';
  });

  const start = (file: File): void => {
    const secret = link.secret();
    if (secret === null) return tell(texts.reconnecting);
    if (file.size > MAX_FILE_BYTES) return tell(texts.tooLarge);
    const said = el('span', {}, '');
    const bar = el('progress', { max: 100, value: 0, 'aria-label': file.name });
    const row = el('div', { class: 'up' }, said, bar);
    const show = (percent: number): void => {
      said.textContent = fill(texts.uploading, { name: file.name, percent });
      bar.value = percent;
    };
    const url = `${link.shell.home}/chat/v1/files/${link.shell.counter}`;
    const cancel = upload(url, secret, file, show, (stored, reason) => {
      row.remove();
      if (stored) link.write('', stored);
      else tell(whyOf(reason, texts) ?? texts.uploadFailed);
    });
    row.append(button(texts.cancel, ICONS.close, cancel));
    show(0);
    uploads.append(row);
  };

  input.value = textOf(link.tab.read('draft'));
  return {
    element,
    input,
    put: (text) => {
      input.value = text;
      changed();
    },
    send,
    draw: () => {
      attach.hidden = !link.state.connected;
      grow();
    },
    fold: () => {
      const { hidden } = grid;
      if (!hidden) {
        unfold(false);
        input.focus();
      }
      return !hidden;
    },
  };
}
