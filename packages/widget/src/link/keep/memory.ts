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
  /** Takes away everything of this counter. */
  clear(): void;
  /** Called when another tab changes something. */
  watch(changed: (name: string) => void): void;
}

/** In a sandboxed frame even naming a storage throws. */
const storageOf = (kind: 'localStorage' | 'sessionStorage'): Storage | undefined =>
  guard(() => window[kind])();

export const createMemory = (counter: number, kind: 'localStorage' | 'sessionStorage'): Memory => {
  const prefix = `_gp.chat.${counter}.`;
  const storage = storageOf(kind);
  const page = named<string>();
  const keys = (): string[] => [
    ...namesOf(page),
    ...(guard(() => namesOf(storage ?? {}))() ?? []).filter((key) => key.startsWith(prefix)),
  ];
  const remove = (key: string): void => {
    delete page[key];
    guard(() => storage?.removeItem(key))();
  };
  return {
    read: (name) => {
      const kept = page[prefix + name] ?? guard(() => storage?.getItem(prefix + name))();
      return kept === undefined || kept === null ? undefined : fromJson(kept);
    },
    write: (name, value) => {
      const key = prefix + name;
      const text = value === undefined ? undefined : toJson(value);
      if (text === undefined) return remove(key);
      // What the storage does not take, being full or forbidden, lasts as long as the page.
      const isKept = guard(() => {
        storage?.setItem(key, text);
        return storage?.getItem(key) === text;
      })();
      if (isKept) delete page[key];
      else page[key] = text;
    },
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
