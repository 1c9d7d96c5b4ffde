/** A small grid of emoji. */
import { el } from '../dom.ts';

const EMOJI = '😀 😂 😊 😍 😉 😎 🤔 😢 😮 😡 👍 👎 👌 🙏 👏 💪 ❤️ 🔥 🎉 ✨ ✅ ❌ ❓ 👋';

export function emojiGrid(label: string, pick: (emoji: string) => void): HTMLElement {
  const grid = el('div', { class: 'grid', role: 'group', 'aria-label': label, hidden: true });
  for (const emoji of EMOJI.split(' ')) {
    const one = el('button', { type: 'button' }, emoji);
    one.addEventListener('click', () => pick(emoji));
    grid.append(one);
  }
  return grid;
}
