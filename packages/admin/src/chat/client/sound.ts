/** Two soft notes, made here: no file to fetch. Silent until the browser has seen the operator act once. */
export interface Sound {
  play(): void;
  close(): void;
}

const NOTES = [660, 880];
const NOTE_SECONDS = 0.14;
const LOUDNESS = 0.12;

export function createSound(): Sound {
  let context: AudioContext | null = null;
  let soundsUntil = 0;
  /** One that runs keeps the device open and takes processor time, also while it is silent. */
  const rest = (): void => {
    if (context?.state === 'running' && context.currentTime >= soundsUntil) void context.suspend();
  };
  /** Nothing sounds where the browser refuses, or the context has been closed. */
  const resume = async (): Promise<void> => context?.resume().catch(() => undefined);
  const wake = (): void => {
    context ??= new AudioContext();
    void resume().then(rest);
  };
  window.addEventListener('pointerdown', wake, { once: true });
  window.addEventListener('keydown', wake, { once: true });

  return {
    play: () => {
      if (context === null) return;
      void resume();
      for (const [index, pitch] of NOTES.entries()) {
        const start = context.currentTime + index * NOTE_SECONDS;
        soundsUntil = start + NOTE_SECONDS * 2;
        note(context, pitch, start, soundsUntil).addEventListener('ended', rest);
      }
    },
    close: () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      void context?.close();
    },
  };
}

function note(context: AudioContext, pitch: number, start: number, end: number): OscillatorNode {
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, end);
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(end);
  return tone;
}
