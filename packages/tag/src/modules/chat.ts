/** Loads the chat, after consent where that is asked, so that one snippet carries both [W41]. */
import type { Module } from '../shared/model.ts';

export const chat: Module = (counter) => {
  const load = (): void => {
    // A page that carries the chat's own line as well has one chat all the same.
    const script = document.createElement('script');
    script.async = true;
    script.src = `${counter._home}/chat/widget.js?id=${counter._listed.id}`;
    document.head.append(script);
  };
  const { _held: held } = counter;
  if (held) held[held.length] = load;
  else load();
};
