/** Every key that does something by itself: one line adds one to the list under `?` [M127]. */
export interface Key {
  /** Keys as they stand on the keyboard, one after the other. */
  readonly keys: readonly string[];
  readonly label: `keys.${'list' | 'slash' | 'find' | 'filter' | 'search' | 'earlier' | 'later' | 'compare' | GoTo}`;
}

export type GoTo =
  | 'overview'
  | 'conversions'
  | 'sources'
  | 'visits'
  | 'reports'
  | 'goals'
  | 'inbox'
  | 'boards';

export const KEYS = {
  list: { keys: ['?'], label: 'keys.list' },
  slash: { keys: ['/'], label: 'keys.slash' },
  filter: { keys: ['F'], label: 'keys.filter' },
  search: { keys: ['T'], label: 'keys.search' },
  earlier: { keys: ['['], label: 'keys.earlier' },
  later: { keys: [']'], label: 'keys.later' },
  compare: { keys: ['C'], label: 'keys.compare' },
  overview: { keys: ['G', 'O'], label: 'keys.overview' },
  conversions: { keys: ['G', 'C'], label: 'keys.conversions' },
  sources: { keys: ['G', 'S'], label: 'keys.sources' },
  visits: { keys: ['G', 'V'], label: 'keys.visits' },
  reports: { keys: ['G', 'R'], label: 'keys.reports' },
  goals: { keys: ['G', 'G'], label: 'keys.goals' },
  inbox: { keys: ['G', 'I'], label: 'keys.inbox' },
  boards: { keys: ['G', 'B'], label: 'keys.boards' },
} as const satisfies Readonly<Record<string, Key>>;
export type KeyId = keyof typeof KEYS;

/** The second key of two comes within this time. */
const TOGETHER_MS = 1_500;

/** What of a key press is looked at. */
export interface Press {
  /** What it writes. */
  readonly key: string;
  /** Where it is, whatever alphabet it writes. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly at: number;
}

/** The name of a key in the list: letters and brackets by their place, signs by what they write. */
function nameOf({ key, code }: Press): string {
  if (key === '?' || key === '/') return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ?? { BracketLeft: '[', BracketRight: ']' }[code] ?? key;
}

/** Reads presses one after the other. @returns which key of the list is complete */
export function createKeyReader(): (press: Press) => KeyId | null {
  let first: { readonly name: string; readonly at: number } | null = null;
  return (press) => {
    const before = first !== null && press.at - first.at <= TOGETHER_MS ? [first.name] : [];
    first = null;
    if (press.ctrlKey || press.metaKey || press.altKey) return null;
    const name = nameOf(press);
    const ids = Object.keys(KEYS) as KeyId[];
    const is = (pressed: readonly string[]) =>
      ids.find((id) => KEYS[id].keys.join(' ') === pressed.join(' ')) ?? null;
    const found = is([...before, name]) ?? is([name]);
    if (found !== null) return found;
    if (ids.some((id) => KEYS[id].keys.length > 1 && KEYS[id].keys[0] === name))
      first = { name, at: press.at };
    return null;
  };
}
