/** Loads the chat, after consent where that is asked, so that one snippet carries both [W41]. */
import type { Module } from '../shared/model.ts';

export const chat: Module = (counter) => {
  const load = (): void => {
    // Begins with `cs` where a visitor who was to be asked has agreed [P41].
    // A page that carries the chat's own line as well has one chat all the same.
    const script = document.createElement('script');
    script.src = `${counter._home}/chat/widget.js?id=${counter._listed.id}&${counter._agreed || 0}`;
    document.head.append(script);
  };
  const { _held: held } = counter;
  if (held) held[held.length] = load;
  else load();
};
