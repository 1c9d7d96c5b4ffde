/** For tests: what a console sounded and showed to someone who looks elsewhere. */
import type { Page } from 'playwright-core';

/** Runs in the page: counts tones, keeps notices, and lets a test say that no one looks. */
export function listen(): void {
  const contexts = new Set<AudioContext>();
  const isSilent = () => [...contexts].every(({ state }) => state === 'suspended');
  const heard = { tones: 0, isSilent, notices: [] as { title: string; body: string; click(): void }[] };
  Object.assign(window, { heard });
  const { createOscillator } = AudioContext.prototype;
  AudioContext.prototype.createOscillator = function (this: AudioContext) {
    heard.tones++;
    contexts.add(this);
    return createOscillator.call(this);
  };
  class Notice extends EventTarget {
    static readonly permission = 'granted';
    static requestPermission = () => Promise.resolve('granted');
    constructor(title: string, { body }: { body: string }) {
      super();
      heard.notices.push({ title, body, click: () => void this.dispatchEvent(new Event('click')) });
    }
    close(): void {}
  }
  Object.assign(window, { Notification: Notice });
  document.hasFocus = () => false;
}

export interface Heard {
  readonly tones: number;
  /** Nothing that has sounded keeps the sound device open. */
  isSilent(): boolean;
  readonly notices: readonly { readonly title: string; readonly body: string; click(): void }[];
}
export const heard = (page: Page) =>
  page.evaluate(() => {
    const { tones, notices } = (window as unknown as { heard: Heard }).heard;
    return { tones, notices: notices.map(({ title, body }) => ({ title, body })) };
  });
