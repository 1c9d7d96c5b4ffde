/** A short sound for a new message, unless the visitor has switched it off. */
import type { Memory } from '../../link/keep/memory.ts';
import { guard } from '../../shared/guard.ts';

export interface Sound {
  isOn(): boolean;
  toggle(): void;
  ring(): void;
}

export function createSound(memory: Memory): Sound {
  let context: AudioContext | undefined;
  let soundsUntil = 0;
  const isOn = (): boolean => memory.read('mute') !== true;
  return {
    isOn,
    toggle: () => memory.write('mute', isOn() ? true : undefined),
    ring: guard(() => {
      // Browsers let no page make a sound before the visitor has touched it.
      const { userActivation } = navigator as { userActivation?: { hasBeenActive: boolean } };
      if (!isOn() || userActivation?.hasBeenActive === false) return;
      const own = (context ??= new AudioContext());
      void own.resume?.();
      const at = own.currentTime;
      for (const [index, pitch] of [660, 880].entries()) {
        const tone = own.createOscillator();
        const volume = own.createGain();
        const from = at + index * 0.12;
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0.0001, from);
        volume.gain.exponentialRampToValueAtTime(0.12, from + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.18);
        tone.connect(volume).connect(own.destination);
        tone.start(from);
        tone.stop((soundsUntil = from + 0.2));
        // One that runs keeps the device open and takes processor time, also while it is silent.
        tone.onended = () => void (own.currentTime >= soundsUntil && own.suspend?.());
      }
    }),
  };
}
