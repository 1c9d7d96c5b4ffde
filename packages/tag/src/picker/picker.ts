/** The picker: the owner picks a form or button of the page, and sees what its goal would count [G77]. */
import type { PickerQuestion, PickerStart } from '@goalpost/contract/picker';
import { createAsk } from './ask.ts';
import { candidateAt, candidates, HOST, isMatch, nameElement, placesOn, waysOf } from './elements.ts';
import { make, makeHost, makePanel } from './panel.ts';
import { textAt } from './price.ts';
import type { By } from './ways.ts';
import { WORDS } from './words.ts';

/** What the link says; the server puts it in. */
declare const GOALPOST_PICK: PickerStart;

/** What is typed is counted when it has stood for so long. */
const CALM_MS = 400;

const forget = (): void => sessionStorage.removeItem('_gp_pick');

function refuse({ refused, lang }: PickerStart): void {
  // Of several counters on a page, one knows the link.
  if (refused === null || document.querySelector(HOST)) return;
  const { root, end: leave } = makeHost();
  const end = make('button', { type: 'button', textContent: WORDS.end });
  end.addEventListener('click', () => {
    forget();
    leave();
  });
  const text = make('p', { role: 'alert', textContent: WORDS.refused[refused] });
  root.append(make('div', { className: 'panel', lang }, text, make('div', { className: 'row' }, end)));
}

function pick({ type, lang }: PickerStart): void {
  const words = WORDS;
  const ask = createAsk(import.meta.url);
  const panel = makePanel(type, words, lang);
  let picked: Element | undefined;
  let by: By = 'path';
  /** Of the latest question; answers to others come too late. */
  let asked = 0;
  let timer: number | undefined;
  let isBrowsing = false;
  let pressed: ReturnType<typeof candidateAt>;

  const written = (): string => panel.value.value.trim();
  const fitting = (): Element[] =>
    type === 'price'
      ? placesOn(by, written())
      : candidates(type).filter((element) => isMatch(by, written(), nameElement(type, element)));
  /** Of several, the one that was clicked: the tag reads the nearest to what happens. */
  const text = (): string => {
    const all = fitting();
    const one = all.find((element) => picked && (element === picked || element.contains(picked))) ?? all[0];
    return one ? textAt(by, written(), one).slice(0, 200) : '';
  };
  const question = (what: 'ask' | 'use'): PickerQuestion =>
    type === 'price'
      ? {
          do: what === 'use' ? 'use' : 'read',
          place: { type: by === 'data' ? 'data' : 'selector', value: written() },
          text: text(),
        }
      : {
          do: what === 'use' ? 'use' : 'count',
          conditions: [{ type: by as 'id' | 'name' | 'text' | 'path', url: written() }],
        };
  const draw = (): void => {
    const all = fitting().filter((element) => element !== picked);
    panel.frame(picked ? [picked, ...all] : all, !!picked);
  };

  async function count(here: string, turn: number): Promise<void> {
    const answer = await ask(question('ask')).catch(() => ({ error: '' }));
    if (turn !== asked) return;
    let told = type === 'price' ? '' : words.uncounted;
    if ('read' in answer) told = words.read(text(), answer.read);
    else if ('count' in answer) told = words.counted(answer.count, answer.days, answer.sampled);
    else if ('error' in answer) told += ` ${answer.error}`;
    panel.say(`${here} ${told}`);
  }
  function look(): void {
    const found = fitting().length;
    const here = found === 0 ? words.nothingFits : words.matches(found);
    const isEmpty = written() === '';
    panel.use.disabled = isEmpty;
    asked += 1;
    draw();
    clearTimeout(timer);
    if (isEmpty) panel.say(here);
    else {
      panel.say(`${here} ${type === 'price' ? '' : words.counting}`);
      const turn = asked;
      timer = setTimeout(() => void count(here, turn), CALM_MS);
    }
  }
  function choose(way: By): void {
    by = way;
    panel.value.value = picked ? nameElement(type, picked)[way] : '';
    look();
  }
  function take(element: Element): void {
    picked = element;
    const named = nameElement(type, element);
    const ways = waysOf(named);
    panel.offer(ways, named, choose);
    choose(ways[0] ?? 'path');
  }
  function step(by: 1 | -1): void {
    const all = candidates(type).filter((element) => element.getClientRects().length > 0);
    const at = picked ? all.indexOf(picked) : -1;
    // From the last one on to the first; −1 is the last.
    const [element] = all.slice((at < 0 && by < 0 ? -1 : at + by) % all.length);
    if (!element) return panel.say(words.none[type]);
    element.scrollIntoView({ block: 'center' });
    take(element);
  }
  /** Lets the page be used, or pick again. */
  function browse(on: boolean): void {
    isBrowsing = on;
    panel.veil.hidden = on;
    panel.browse.textContent = on ? words.pick : words.browse;
  }
  const under = ({ clientX, clientY }: MouseEvent): typeof pressed => {
    panel.veil.hidden = true;
    const element = candidateAt(type, clientX, clientY);
    panel.veil.hidden = isBrowsing;
    return element;
  };
  function end(): void {
    clearTimeout(timer);
    forget();
    removeEventListener('scroll', draw, true);
    removeEventListener('resize', draw);
    panel.leave();
  }
  async function use(): Promise<void> {
    panel.use.disabled = true;
    const answer = await ask(question('use')).catch(() => ({ error: '' }));
    if ('used' in answer) {
      forget();
      browse(true);
    } else panel.use.disabled = false;
    asked += 1;
    panel.say('used' in answer ? words.used : words.unused);
  }

  panel.veil.addEventListener('pointermove', (event) => {
    const element = under(event);
    if (element && element !== 'link' && element !== picked)
      panel.frame(picked ? [picked, element] : [element], !!picked);
    else draw();
  });
  // A menu of the page may close before the click.
  panel.veil.addEventListener('pointerdown', (event) => {
    pressed = under(event);
  });
  panel.veil.addEventListener('click', () => {
    if (pressed === 'link') panel.say(words.link);
    else if (pressed) take(pressed);
    else panel.say(words.nothingHere[type]);
  });
  panel.value.addEventListener('input', look);
  panel.previous.addEventListener('click', () => step(-1));
  panel.next.addEventListener('click', () => step(1));
  panel.browse.addEventListener('click', () => browse(!isBrowsing));
  panel.use.addEventListener('click', () => void use());
  panel.end.addEventListener('click', end);
  panel.host.shadowRoot?.addEventListener('keydown', (event) => {
    const { key, target } = event as KeyboardEvent;
    // Nor does it close a dialog of the page.
    if (key === 'Escape') {
      event.preventDefault();
      end();
    }
    // A field and a choice of their own have use for the arrows.
    const direction = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key] as 1 | -1 | undefined;
    if (!direction || target instanceof HTMLInputElement) return;
    event.preventDefault();
    step(direction);
  });
  addEventListener('scroll', draw, true);
  addEventListener('resize', draw);
  if (candidates(type).length === 0) panel.say(words.none[type]);
}

const start = (told: PickerStart): void => {
  // The page around this one has a picker, which picks here as well.
  if (frameElement) return;
  if (told.refused === null) pick(told);
  else refuse(told);
};

start(GOALPOST_PICK);
