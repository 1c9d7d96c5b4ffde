/** Watches folders of sources and calls back once for each burst of changes. */
import { watch } from 'node:fs';

/** Editors write a file in several steps. */
const SETTLE_MS = 150;
const NO_SOURCE = /(^|[/\\])(node_modules|dist)([/\\]|$)|\.test\.tsx?$|~$/;

/**
 * @param {readonly string[]} folders
 * @param {() => Promise<void> | void} onChange runs once at a time; a change while it runs makes it run again
 * @returns {() => void} ends the watching
 */
export function watchFolders(folders, onChange) {
  let timer;
  let isRunning = false;
  let isDue = false;
  const work = async () => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    while (isDue) {
      isDue = false;
      await onChange();
    }
    isRunning = false;
  };
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || NO_SOURCE.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(work, SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const one of watchers) one.close();
  };
}
