/** What outlives the page: `localStorage` for the visitor, `sessionStorage` for the tab; else as long as the page. */
import { named, namesOf } from '../../shared/plain.ts';
import { fromJson, toJson } from '../../shared/json.ts';
import { guard } from '../../shared/guard.ts';

export interface Memory {
  /** Undefined where nothing is kept under the name. */
  read(name: string): unknown;
  /** Undefined takes it away. */
  write(name: string, value: unknown): void;
  names(start: string): string[];
  /** What lasted as long as the page is kept from now on. */
  keep(): void;
  /** Takes away everything of this counter. */
  clear(): void;
  /** Called when another tab changes something. */
  watch(changed: (name: string) => void): void;
}

/** In a sandboxed frame even naming a storage throws. */
const storageOf = (kind: 'localStorage' | 'sessionStorage'): Storage | undefined =>
  guard(() => window[kind])();

/** @param mayKeep whether anything may be kept beyond the page, asked each time [P40] */
export const createMemory = (
  counter: number,
  kind: 'localStorage' | 'sessionStorage',
  mayKeep: () => boolean,
): Memory => {
  const prefix = `_gp.chat.${counter}.`;
  const storage = storageOf(kind);
  const page = named<string>();
  const keys = (): string[] => [
    ...namesOf(page),
    ...(guard(() => namesOf(storage ?? {}))() ?? []).filter((key) => key.startsWith(prefix)),
  ];
  const stored = (key: string): string | null | undefined => guard(() => storage?.getItem(key))();
  const remove = (key: string): void => {
    delete page[key];
    guard(() => storage?.removeItem(key))();
  };
  const put = (key: string, text: string): void => {
    // What the storage does not take, being full or forbidden, lasts as long as the page.
    guard(() => mayKeep() && storage?.setItem(key, text))();
    if (stored(key) === text) delete page[key];
    else page[key] = text;
  };
  return {
    read: (name) => {
      const kept = page[prefix + name] ?? stored(prefix + name);
      return kept === undefined || kept === null ? undefined : fromJson(kept);
    },
    write: (name, value) => {
      const key = prefix + name;
      const text = value === undefined ? undefined : toJson(value);
      if (text === undefined) return remove(key);
      put(key, text);
    },
    keep: () =>
      namesOf(page).forEach((key) => {
        // Another tab has been asked before this one: what it keeps stands.
        if (stored(key) == null) put(key, page[key]!);
        else delete page[key];
      }),
    names: (start) =>
      keys()
        .map((key) => key.slice(prefix.length))
        .filter((name) => name.startsWith(start)),
    clear: () => keys().forEach(remove),
    watch: (changed) => {
      if (kind !== 'localStorage') return;
      addEventListener('storage', ({ key }) => {
        if (key?.startsWith(prefix)) changed(key.slice(prefix.length));
      });
    },
  };
};
